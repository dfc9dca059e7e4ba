/** Reads that are asked for at the same moment travel as one batch: a page pays one round trip. */

export type Send = (url: string, init: RequestInit) => Promise<Response>;

interface Waiting {
  url: string;
  init: RequestInit;
  resolve(answer: Response | Promise<Response>): void;
}

// A body that starts otherwise is a write, a batch of its own, or nothing we know.
const read = /^\{"query":"(?:\s|\\n)*(?:select|with)\b/i;
// Also words in a parameter keep a read by itself: that costs a trip, and never a wrong answer.
const mayWrite =
  /\b(?:insert|update|delete|merge|truncate|nextval|setval|lock|pg_advisory\w*|pg_notify)\b/i;

/**
 * A sender that merges reads; all else goes through it untouched. All of a batch must go to the
 * same database as the same role. PostgreSQL itself refuses a write in a merged batch, and a batch
 * in which one statement fails is asked again one by one: none suffers from another.
 */
export function mergeReads(send: Send): Send {
  let waiting: Waiting[] = [];
  const flush = () => {
    const batch = waiting;
    waiting = [];
    void sendBatch(send, batch);
  };
  return (url, init) => {
    if (!isRead(init.body)) return send(url, init);
    return new Promise((resolve) => {
      waiting.push({ url, init, resolve });
      // A turn later all that this request can ask for now has been asked for.
      if (waiting.length === 1) setTimeout(flush, 0);
    });
  };
}

/** True for one statement that can only read. */
export function isRead(body: unknown): body is string {
  return typeof body === "string" && read.test(body) && !mayWrite.test(body);
}

async function sendBatch(send: Send, batch: readonly Waiting[]): Promise<void> {
  const [first] = batch;
  if (!first) return;
  const apart = () => {
    for (const { url, init, resolve } of batch) resolve(send(url, init));
  };
  if (batch.length === 1) return apart();
  try {
    const headers = { ...(first.init.headers as object), "Neon-Batch-Read-Only": "true" };
    const body = `{"queries":[${batch.map(({ init }) => init.body).join(",")}]}`;
    const answer = await send(first.url, { ...first.init, headers, body });
    if (!answer.ok) return apart();
    const { results } = (await answer.json()) as { results: unknown[] };
    if (results.length !== batch.length) return apart();
    for (const [i, { resolve }] of batch.entries()) resolve(Response.json(results[i]));
  } catch {
    // The line failed; each statement finds out for itself, in the driver's own words.
    apart();
  }
}
