/** How far a browser is in a room's topic. Pure. */
import type { ServerFrame } from "#shared/protocol/server-frames.ts";

export interface Cursor {
  e: string | null;
  q: number;
}

export const startCursor: Cursor = { e: null, q: 0 };

/** `missed`: the frame does not follow, and the whole is wanted. */
export function moveCursor(
  cursor: Cursor,
  topic: string,
  frame: ServerFrame,
): { cursor: Cursor; missed: boolean } {
  const { type } = frame;
  if (type !== "snap" && type !== "diff" && type !== "ev") return { cursor, missed: false };
  const { t, e, q } = frame.body;
  if (t !== topic) return { cursor, missed: false };
  if (type === "snap") return { cursor: { e, q }, missed: false };
  if (e === cursor.e && q <= cursor.q) return { cursor, missed: false };
  if (e !== cursor.e || frame.body.q0 !== cursor.q) return { cursor, missed: true };
  return { cursor: { e, q }, missed: false };
}
