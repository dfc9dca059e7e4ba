/** Recovery codes: ten one-time codes of 50 random bits that stand in for the app. */
import type { UserId } from "#shared/ids.ts";
import { hmac, toBase64Url } from "../../platform/hmac.ts";

const letters = "0123456789abcdefghjkmnpqrstvwxyz";
const length = 10;
export const recoveryCodeCount = 10;

/** As a person keeps them: `abcde-fghjk`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const random = crypto.getRandomValues(new Uint8Array(length));
    const code = Array.from(random, (byte) => letters[byte % letters.length]).join("");
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  });
}

/** What was typed, as either kind of code: without spaces and dashes, O, I and L as digits. */
export function readTypedCode(text: string): { app: string } | { recovery: string } {
  const bare = text.toLowerCase().replaceAll(/[\s-]/g, "");
  if (/^\d{6}$/.test(bare)) return { app: bare };
  return { recovery: bare.replaceAll("o", "0").replaceAll(/[il]/g, "1") };
}

/** Keyed, and bound to its person. */
export function recoveryCodeHash(secret: string, userId: UserId, bareCode: string): string {
  return toBase64Url(hmac(secret, `recovery-code.v1.${userId}.${bareCode}`));
}
