/** A smart link's record and what it means at a moment. */
import type { LinkId, UserId } from "#shared/ids.ts";
import type { Loop } from "#shared/vocabulary.ts";
import { destinationPath } from "./destinations.ts";

/** The record as Postgres and KV keep it. Times in milliseconds since 1970. */
export interface SmartLink {
  linkId: LinkId;
  code: string;
  inviterId: UserId;
  loop: Loop;
  destination: string;
  params: Readonly<Record<string, unknown>>;
  keyId: string;
  signature: string;
  expiresAt: number;
  revokedAt: number | null;
}

export type LinkResolution =
  | { status: "open"; path: string }
  | { status: "expired" }
  | { status: "revoked" }
  | { status: "broken" };

/** Grows with each change of a record: 0 unknown, 1 made, 2 revoked, which is the last. */
export function linkVersion(link: Pick<SmartLink, "revokedAt"> | null): number {
  if (link === null) return 0;
  return link.revokedAt === null ? 1 : 2;
}

export const defaultLifeHours = 7 * 24;
export const maxLifeHours = 90 * 24;

/** Where the link leads at `now`, or why it leads nowhere. The signature is checked at loading. */
export function resolveSmartLink(link: SmartLink, now: number): LinkResolution {
  if (link.revokedAt !== null && link.revokedAt <= now) return { status: "revoked" };
  if (link.expiresAt <= now) return { status: "expired" };
  const path = pathOf(link);
  return path === null ? { status: "broken" } : { status: "open", path };
}

/** Records are never changed, so that each one's path is worked out once. */
const paths = new WeakMap<SmartLink, string | null>();

function pathOf(link: SmartLink): string | null {
  let path = paths.get(link);
  if (path === undefined) {
    path = destinationPath(link.destination, link.params);
    paths.set(link, path);
  }
  return path;
}
