/** Link codes: 9 random characters and 3 check characters, so that a guess is refused unread. */
import { hmac } from "../../platform/hmac.ts";

/** Crockford's base32 in lowercase (https://www.crockford.com/base32.html): no i, l, o, u. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const canonical = /^[0-9a-hjkmnp-tv-z]+$/;
const randomLength = 9;
const checkLength = 3;
export const codeLength = randomLength + checkLength;

/** A code from 9 random bytes, of which 5 bits each are used (45 bits in all). */
export function makeCode(random: Uint8Array, secret: string): string {
  if (random.length < randomLength) throw new RangeError("a code needs 9 random bytes");
  let body = "";
  for (const byte of random.subarray(0, randomLength)) body += alphabet[byte & 31];
  return body + checkCharacters(body, secret);
}

/** The canonical code of what somebody typed, or null when its check characters are wrong. */
export function readCode(text: string, secret: string): string | null {
  const code = foldCode(text);
  return code !== null && hasGoodCheck(code, secret) ? code : null;
}

/** True when the check characters of a canonical code are right. */
export function hasGoodCheck(code: string, secret: string): boolean {
  const body = code.slice(0, randomLength);
  return checkCharacters(body, secret) === code.slice(randomLength);
}

/** Lowercase, with O read as 0 and I and L as 1; null where a character cannot be in a code. */
export function foldCode(text: string): string | null {
  if (text.length !== codeLength) return null;
  if (canonical.test(text)) return text;
  const code = text.toLowerCase().replaceAll("o", "0").replaceAll(/[il]/g, "1");
  return canonical.test(code) ? code : null;
}

/** 15 bits of HMAC-SHA256 over the random part; a random guess passes once in 32,768. */
function checkCharacters(body: string, secret: string): string {
  const mac = hmac(secret, `link-code.v1.${body}`);
  let check = "";
  for (let i = 0; i < checkLength; i++) check += alphabet[(mac[i] ?? 0) & 31];
  return check;
}
