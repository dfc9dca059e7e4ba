/** How far one reader of a topic is behind, and what a slow one still gets. Knows no sockets. */
import { wireLimits, wireTimes } from "#shared/protocol/limits.ts";

export interface Reader {
  /** The last sequence the reader has for sure. */
  acked: number;
  withheld: number;
  /** When the first frame was withheld, in milliseconds since 1970. */
  since: number;
}

/** Somebody who was just given everything up to `q`. */
export function startReader(q: number): Reader {
  return { acked: q, withheld: 0, since: 0 };
}

/** What to do with the frame that moves the topic to `q`. */
export function offerFrame(
  reader: Reader,
  q: number,
  now: number,
): { reader: Reader; outcome: "send" | "withhold" | "close" } {
  if (reader.withheld === 0 && q - reader.acked <= wireLimits.unackedFrames) {
    return { reader, outcome: "send" };
  }
  const since = reader.withheld === 0 ? now : reader.since;
  const next = { ...reader, withheld: reader.withheld + 1, since };
  const lost = next.withheld > wireLimits.withheldFrames || now - since >= wireTimes.withheldMs;
  return { reader: next, outcome: lost ? "close" : "withhold" };
}

/** The reader has everything up to `acked`; one that frames were withheld from needs the whole. */
export function heardAck(
  reader: Reader,
  acked: number,
  q: number,
): { reader: Reader; outcome: "goes_on" | "needs_whole" } {
  if (acked > q || acked < reader.acked) return { reader, outcome: "goes_on" };
  if (reader.withheld > 0 && acked > reader.acked) {
    return { reader: startReader(q), outcome: "needs_whole" };
  }
  return { reader: { ...reader, acked }, outcome: "goes_on" };
}
