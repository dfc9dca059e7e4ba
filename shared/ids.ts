/** TypeIDs: a UUIDv7 with a prefix that names what it identifies (https://github.com/jetify-com/typeid). */
import { fromUUID, toUUID } from "typeid-js";
import { v7, validate } from "uuid";

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
  "link",
  "hit",
  "credit",
  "run",
  "evt",
  "pts",
  "coh",
  "feed",
  "tkt",
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

/** A new id whose time part is `nowMs` (milliseconds since 1970). */
export function newId<P extends IdPrefix>(prefix: P, nowMs: number): Id<P> {
  return fromUuid(prefix, v7({ msecs: nowMs }));
}

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
