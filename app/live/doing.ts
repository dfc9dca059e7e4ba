/** What a tab says of its person: what they do, until they have not moved for five minutes. */
import { statuses } from "#shared/protocol/client-frames.ts";
import type { Doing } from "./live-line.ts";

export const idleMs = 300_000;

/** True when the first counts for more than the second. */
export function isStronger(a: Doing, b: Doing): boolean {
  return statuses.indexOf(a.status) < statuses.indexOf(b.status);
}

/** Whoever has not moved for five minutes is away, whatever they do. */
export function withIdle(doing: Doing, movedAt: number, now: number): Doing {
  return now - movedAt >= idleMs ? { ...doing, status: "away" } : doing;
}
