/** How the secret of an authenticator app is encrypted for the database. */
import type { UserId } from "#shared/ids.ts";

export function totpSealing(secret: string, userId: UserId) {
  return { secret, purpose: "totp-secret", owner: userId };
}
