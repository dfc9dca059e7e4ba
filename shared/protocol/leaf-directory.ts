/**
 * Which leaf holds whom: extendible hashing of handles, which are hashes of people's ids. A leaf
 * that grew gives half of its prefix away; two siblings that shrank become one.
 * After Fagin, Nievergelt, Pippenger, Strong: "Extendible hashing" (1979).
 */
import { wireTimes } from "./limits.ts";

export interface DirectoryEntry {
  /** Bits; the empty one is everybody's. */
  prefix: string;
  leaf: number;
  /** Leaves that people of this prefix may still be coming from, until `until` (ms since 1970). */
  from: readonly number[];
  until: number;
}

export interface LeafDirectory {
  /** When its first version was made (ms since 1970): one made after a wipe is newer than any. */
  born: number;
  version: number;
  /** The number of the next new leaf. */
  next: number;
  entries: readonly DirectoryEntry[];
}

/** What the root of such a tree offers by RPC to those who look for a leaf. */
export interface LeafDirectoryApi {
  directory(): Promise<LeafDirectory>;
}

/** One leaf as it says of itself: sockets of people of that prefix. */
export interface LeafSize {
  prefix: string | null;
  sockets: number;
}

export interface SplitRules {
  leafTarget: number;
  leafSplit: number;
  leafDepth: number;
  moveSpreadMs: number;
  leaveGraceMs: number;
}

/** Everybody in one leaf. */
export function firstDirectory(born: number): LeafDirectory {
  const entries = [{ prefix: "", leaf: 1, from: [], until: 0 }];
  return { born, version: 1, next: 2, entries };
}

export function isNewerDirectory(
  a: Pick<LeafDirectory, "born" | "version">,
  b: Pick<LeafDirectory, "born" | "version">,
): boolean {
  return a.born > b.born || (a.born === b.born && a.version > b.version);
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** The first 24 bits of a handle (base64url). */
export function bitsOf(handle: string): string {
  let bits = "";
  for (const letter of handle.slice(0, 4).padEnd(4, "A")) {
    bits += Math.max(0, alphabet.indexOf(letter)).toString(2).padStart(6, "0");
  }
  return bits;
}

/** The entry that a handle belongs to: there always is exactly one. */
export function entryFor(directory: LeafDirectory, handle: string): DirectoryEntry {
  const bits = bitsOf(handle);
  const entry = directory.entries.find((one) => bits.startsWith(one.prefix));
  if (!entry) throw new RangeError("directory has a gap");
  return entry;
}

/** The entry that a leaf serves; null for one that was given up. */
export function entryOf(directory: LeafDirectory, leaf: number): DirectoryEntry | null {
  return directory.entries.find((entry) => entry.leaf === leaf) ?? null;
}

/** Splits and joins what has to be; the same object when nothing has to. */
export function rebalance(
  directory: LeafDirectory,
  sizes: ReadonlyMap<number, LeafSize>,
  rules: SplitRules,
  now: number,
): LeafDirectory {
  const sizeOf = ({ leaf, prefix }: DirectoryEntry) => {
    const size = sizes.get(leaf);
    // What a leaf counted before it knew of its prefix says nothing about this one.
    return size && size.prefix === prefix ? size.sockets : null;
  };
  const crowded = directory.entries.find(
    (entry) => (sizeOf(entry) ?? 0) >= rules.leafSplit && entry.prefix.length < rules.leafDepth,
  );
  if (crowded) return splitEntry(directory, crowded, rules, now);
  for (const entry of directory.entries) {
    const sibling = directory.entries.find((other) => other.prefix === siblingOf(entry.prefix));
    if (!sibling || Math.max(entry.until, sibling.until) > now) continue;
    const [mine, theirs] = [sizeOf(entry), sizeOf(sibling)];
    if (mine === null || theirs === null || mine + theirs > rules.leafTarget) continue;
    const [stays, goes] = mine >= theirs ? [entry, sibling] : [sibling, entry];
    return joinEntries(directory, stays, goes, rules, now);
  }
  return directory;
}

function siblingOf(prefix: string): string | null {
  if (prefix === "") return null;
  return prefix.slice(0, -1) + (prefix.endsWith("0") ? "1" : "0");
}

/**
 * When nobody can be on the way any more: a leaf hears of it by one alarm at the latest, gives
 * people the spread and two graces, and has let go of everybody by the alarm after that.
 */
function moveEnd(rules: SplitRules, now: number): number {
  return now + rules.moveSpreadMs + 2 * wireTimes.leaseCheckMs + 4 * rules.leaveGraceMs;
}

function comingFrom(entry: DirectoryEntry, leaf: number, now: number): number[] {
  const earlier = entry.until > now ? entry.from : [];
  return [...new Set([...earlier, leaf])];
}

function splitEntry(
  directory: LeafDirectory,
  entry: DirectoryEntry,
  rules: SplitRules,
  now: number,
): LeafDirectory {
  const stays = { ...entry, prefix: `${entry.prefix}0` };
  const goes: DirectoryEntry = {
    prefix: `${entry.prefix}1`,
    leaf: directory.next,
    from: comingFrom(entry, entry.leaf, now),
    until: moveEnd(rules, now),
  };
  const others = directory.entries.filter((other) => other !== entry);
  return {
    born: directory.born,
    version: directory.version + 1,
    next: directory.next + 1,
    entries: [...others, stays, goes],
  };
}

function joinEntries(
  directory: LeafDirectory,
  stays: DirectoryEntry,
  goes: DirectoryEntry,
  rules: SplitRules,
  now: number,
): LeafDirectory {
  const joined: DirectoryEntry = {
    prefix: stays.prefix.slice(0, -1),
    leaf: stays.leaf,
    from: comingFrom(stays, goes.leaf, now),
    until: moveEnd(rules, now),
  };
  const others = directory.entries.filter((other) => other !== stays && other !== goes);
  return { ...directory, version: directory.version + 1, entries: [...others, joined] };
}
