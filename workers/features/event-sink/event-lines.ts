/** An event as the second sink gets it: one line of JSON, the identifiers of `events` and no more. Pure. */

/** A row of `events`, ids as UUIDs, times in milliseconds since 1970. */
export interface StoredEvent {
  id: string;
  day: string;
  name: string;
  schemaVersion: number;
  occurredAt: number;
  receivedAt: number;
  skewMs: number | null;
  visitorId: string;
  userId: string | null;
  sessionId: string | null;
  loop: string | null;
  linkId: string | null;
  inviterVisitorId: string | null;
  props: Record<string, unknown>;
}

/** The columns of `db/tinybird/datasources/events.datasource`. */
export interface EventLine {
  event_id: string;
  /** The UTC day inside the id, which sorts and partitions it there too. */
  day: string;
  name: string;
  schema_version: number;
  occurred_at: string;
  received_at: string;
  skew_ms: number | null;
  visitor_id: string;
  user_id: string | null;
  session_id: string | null;
  loop: string | null;
  link_id: string | null;
  inviter_visitor_id: string | null;
  /** JSON as text: each name has props of its own. */
  props: string;
}

export function lineOf(event: StoredEvent): string {
  const line: EventLine = {
    event_id: event.id,
    day: event.day,
    name: event.name,
    schema_version: event.schemaVersion,
    occurred_at: clickHouseTime(event.occurredAt),
    received_at: clickHouseTime(event.receivedAt),
    skew_ms: event.skewMs,
    visitor_id: event.visitorId,
    user_id: event.userId,
    session_id: event.sessionId,
    loop: event.loop,
    link_id: event.linkId,
    inviter_visitor_id: event.inviterVisitorId,
    props: JSON.stringify(event.props),
  };
  return `${JSON.stringify(line)}\n`;
}

/** `2026-01-31 12:00:00.000`, UTC. */
const clickHouseTime = (ms: number): string =>
  new Date(ms).toISOString().replace("T", " ").slice(0, -1);

const utf8 = new TextEncoder();

/** Lines of one request each, in order: at most `mostBytes`, but for a line that is longer alone. */
export function packLines(lines: readonly string[], mostBytes: number): string[] {
  const packs: string[] = [];
  let pack: string[] = [];
  let bytes = 0;
  for (const line of lines) {
    const size = utf8.encode(line).length;
    if (pack.length > 0 && bytes + size > mostBytes) {
      packs.push(pack.join(""));
      pack = [];
      bytes = 0;
    }
    pack.push(line);
    bytes += size;
  }
  if (pack.length > 0) packs.push(pack.join(""));
  return packs;
}
