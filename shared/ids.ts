/** TypeIDs: a UUIDv7 with a prefix that names what it identifies (https://github.com/jetify-com/typeid). */
import { fromUUID, toUUID } from "typeid-js";
import { validate } from "uuid";

/** Every kind of thing that has an id, by its prefix. */
export const idPrefixes = [
  "user",
  "sess",
  "acct",
  "vrfy",
  "vis",
  "join",
  "consent",
  "pat",
  "pkey",
  "link",
  "hit",
  "credit",
  "run",
  "evt",
  "pts",
  "coh",
  "feed",
  "tkt",
  "friend",
  "msg",
] as const;
export type IdPrefix = (typeof idPrefixes)[number];
export type Id<P extends IdPrefix> = `${P}_${string}`;

export type UserId = Id<"user">;
export type VisitorId = Id<"vis">;
export type LinkId = Id<"link">;
export type RunId = Id<"run">;
export type EventId = Id<"evt">;
export type CohortId = Id<"coh">;
export type ActivityId = Id<"feed">;

/** Crockford's base32 in lowercase, TypeID's own alphabet, as character codes. */
const alphabet = Array.from("0123456789abcdefghjkmnpqrstvwxyz", (char) => char.charCodeAt(0));
const timeLength = 10;

/**
 * A new id whose time part is `nowMs` (milliseconds since 1970). Written out here, because each
 * request makes some: a UUIDv7 (RFC 9562) is 48 bits of time, 10 characters, and 80 more bits.
 */
export function newId<P extends IdPrefix>(prefix: P, nowMs: number): Id<P> {
  const rest = tenRandomBytes();
  rest[0] = 0x70 | ((rest[0] ?? 0) & 0x0f);
  rest[2] = 0x80 | ((rest[2] ?? 0) & 0x3f);
  const codes: number[] = [];
  for (let i = timeLength - 1; i >= 0; i--) codes.push(character(nowMs / 32 ** i));
  let held = 0;
  let bits = 0;
  for (const byte of rest) {
    held = ((held << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) codes.push(character(held >> (bits - 5)));
  }
  return `${prefix}_${String.fromCharCode(...codes)}`;
}

/** Fetched for a hundred ids at a time: to ask for few costs as much as to ask for many. */
const pool = new Uint8Array(1_000);
let used = pool.length;

function tenRandomBytes(): Uint8Array {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  used += 10;
  return pool.subarray(used - 10, used);
}

const character = (value: number) => alphabet[Math.floor(value) % 32] ?? 0;

/** The lowercase UUID inside a TypeID. Throws a TypeError when the text is not one. */
export function toUuid(id: Id<IdPrefix>): string {
  try {
    return toUUID(id as never);
  } catch {
    throw new TypeError(`not an id: ${id.slice(0, 60)}`);
  }
}

/** The TypeID for a UUID. */
export function fromUuid<P extends IdPrefix>(prefix: P, uuid: string): Id<P> {
  return fromUUID(uuid, prefix) as unknown as Id<P>;
}

/** True when `value` is a well-formed id of that prefix. */
export function isId<P extends IdPrefix>(prefix: P, value: unknown): value is Id<P> {
  if (typeof value !== "string" || value.length !== prefix.length + 27) return false;
  if (!value.startsWith(`${prefix}_`)) return false;
  try {
    return validate(toUUID(value as never));
  } catch {
    return false;
  }
}

/** The creation time inside an id, in milliseconds since 1970. */
export function idTimeMs(id: Id<IdPrefix>): number {
  return Number.parseInt(toUuid(id).replaceAll("-", "").slice(0, 12), 16);
}
