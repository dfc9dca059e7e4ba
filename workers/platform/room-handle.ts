/** What a person is called in one room: the same there each time, and of no use elsewhere. */

import type { UserId, VisitorId } from "#shared/ids.ts";
import type { LiveRoom } from "#shared/protocol/room-names.ts";
import { hmac, toBase64Url } from "./hmac.ts";

/** 16 characters; `person` is the account's first visitor id, or a guest's visitor id. */
export function roomHandle(
  secret: string,
  room: LiveRoom,
  name: string,
  person: VisitorId,
): string {
  const mac = hmac(secret, `room-handle.v1.${room}/${name}.${person}`);
  return toBase64Url(mac.subarray(0, 12));
}

/** What a guardian's pages call a child: the same on each of them, and of no use to anybody else. */
export function childHandle(secret: string, guardian: UserId, child: VisitorId): string {
  const mac = hmac(secret, `child-handle.v1.${guardian}.${child}`);
  return toBase64Url(mac.subarray(0, 12));
}

/** Names the secret: what was stored under another one holds handles that no ticket has any more. */
export function handleKey(secret: string): string {
  return toBase64Url(hmac(secret, "room-handle-key.v1").subarray(0, 12));
}
