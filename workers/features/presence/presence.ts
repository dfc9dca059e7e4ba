/** Presence: who is seen, what is counted, and what is shown of a crowd. */
import {
  type Activity,
  activities,
  type Status,
  statuses,
} from "#shared/protocol/client-frames.ts";
import type { ActivityCounts, RoomMember, StatusCounts } from "#shared/protocol/server-frames.ts";

/** What one tab says of its person. */
export interface Told {
  status: Status;
  act: Activity | null;
}

/** A person as others see them. `joinedAt`: here since, in milliseconds since 1970. */
export type SeenPerson = RoomMember & Told;

export interface Counts {
  n: number;
  by: StatusCounts;
  acts: ActivityCounts;
}

/** What a leaf says of itself. A greater (epoch, seq) is newer. */
export interface LeafReport extends Counts {
  leaf: number;
  /** The prefix that it serves, as far as it knows; null once it serves none. */
  prefix: string | null;
  epoch: number;
  seq: number;
  sample: readonly SeenPerson[];
  /** Sockets of people of that prefix. */
  sockets: number;
}

export function noCounts(): Counts {
  return { n: 0, by: { in_quiz: 0, studying: 0, online: 0, away: 0 }, acts: {} };
}

/**
 * Adds a person `times` times; -1 takes them out. Changes `counts`, and leaves a zero where nobody
 * does something any more: to delete and add keys all the time costs more than all the rest.
 */
export function countPerson(counts: Counts, told: Told, times: 1 | -1): void {
  counts.n += times;
  counts.by[told.status] += times;
  if (told.act === null) return;
  counts.acts[told.act] = (counts.acts[told.act] ?? 0) + times;
}

/** The sum of leaves: nobody is in two of them. */
export function addCounts(parts: Iterable<Counts>): Counts {
  const sum = noCounts();
  for (const part of parts) {
    sum.n += part.n;
    for (const status of statuses) sum.by[status] += part.by[status];
    for (const act of activities) {
      const more = part.acts[act] ?? 0;
      if (more > 0) sum.acts[act] = (sum.acts[act] ?? 0) + more;
    }
  }
  return sum;
}

/** True when the first counts for more than the second. */
export function isStronger(a: Status, b: Status): boolean {
  return statuses.indexOf(a) < statuses.indexOf(b);
}

/** When a tab that was heard then is given up, in milliseconds since 1970. */
export function leaseEnd(
  status: Status,
  heardAt: number,
  times: { leaseMs: number; awayLeaseMs: number },
): number {
  return heardAt + (status === "away" ? times.awayLeaseMs : times.leaseMs);
}

/**
 * The same few of a crowd for all who ask: those whose handles hash lowest (FNV-1a). The sample of
 * several samples is the sample of all.
 */
export function sampleOf(people: Iterable<SeenPerson>, size: number): SeenPerson[] {
  const ranked = [...people].map((person) => ({ person, at: hashOf(person.handle) }));
  ranked.sort((a, b) => a.at - b.at || (a.person.handle < b.person.handle ? -1 : 1));
  return ranked.slice(0, size).map(({ person }) => person);
}

/** 32 bits; spreads people evenly, and hides nothing. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}
