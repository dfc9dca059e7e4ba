/** Tinybird's Events API: takes lines of JSON, answers when they are stored. */

export interface Endpoint {
  /** The origin of the workspace's region. */
  url: string;
  /** May append to the data source `events`, and nothing else. */
  token: string;
}

export type Answer =
  | { status: "taken"; quarantined: number }
  /** `code` is the HTTP status, 0 where none came. `retryAfterS` only where it was said. */
  | { status: "refused"; code: number; retryAfterS: number | null };

const dataSource = "events";

/**
 * Sends lines and waits until they are stored (`wait=true`): only then a 2xx is a promise. Never
 * throws; an answer that takes longer than `patienceMs` is none. Nothing of the answer's own words
 * is kept, because they may quote a line.
 */
export async function postLines(
  { url, token }: Endpoint,
  lines: string,
  patienceMs: number,
): Promise<Answer> {
  try {
    const response = await fetch(`${url}/v0/events?name=${dataSource}&wait=true`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/x-ndjson" },
      body: lines,
      // A redirect would carry the token and the events to who knows whom.
      redirect: "manual",
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.ok) return { status: "taken", quarantined: await quarantinedIn(response) };
    await response.body?.cancel();
    return { status: "refused", code: response.status, retryAfterS: retryAfterOf(response) };
  } catch {
    return { status: "refused", code: 0, retryAfterS: null };
  }
}

/** Rows that do not fit the data source are kept apart there: they are not lost, but not counted. */
async function quarantinedIn(response: Response): Promise<number> {
  const body = (await response.json().catch(() => null)) as { quarantined_rows?: unknown } | null;
  const rows = body?.quarantined_rows;
  return typeof rows === "number" && rows > 0 ? rows : 0;
}

function retryAfterOf(response: Response): number | null {
  const text = response.headers.get("Retry-After")?.trim() ?? "";
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}
