/** Tells cookieless clients apart for a day, without keeping an address. */

import { networkOf } from "../../platform/client-network.ts";
import { hmac, toBase64Url } from "../../platform/hmac.ts";

const dayMs = 86_400_000;

/**
 * HMAC(daily salt, network and user agent), base64url. The salt is made of the secret and the UTC
 * day of `now` (milliseconds since 1970), so that two days' keys cannot be joined.
 */
export function weakKey(
  client: { address: string; userAgent: string },
  secret: string,
  now: number,
): string {
  const salt = saltOf(secret, Math.floor(now / dayMs));
  const mac = hmac(salt, `${networkOf(client.address)}\n${client.userAgent}`);
  return `weak_${toBase64Url(mac.subarray(0, 16))}`;
}

let last = { secret: "", day: 0, salt: "" };

function saltOf(secret: string, day: number): string {
  if (last.secret !== secret || last.day !== day) {
    last = { secret, day, salt: toBase64Url(hmac(secret, `weak-open.v1.${day}`)) };
  }
  return last.salt;
}
