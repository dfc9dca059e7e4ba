/** Codes of an authenticator app: RFC 6238 over RFC 4226, SHA-1, 30 seconds, six digits. */
import { base32 } from "@better-auth/utils/base32";
import { equalBytes } from "../../platform/hmac.ts";

/** In milliseconds: how long one code is the current one. */
export const stepMs = 30_000;
const digits = 6;
const secretBytes = 20;
/** A clock may be this many steps off. */
const drift = 1;

/** A new random secret, in the base32 that apps take. */
export function newTotpSecret(): string {
  return encodeSecret(crypto.getRandomValues(new Uint8Array(secretBytes)));
}

/** Base32 without padding. */
export function encodeSecret(bytes: Uint8Array): string {
  return base32.encode(bytes as Uint8Array<ArrayBuffer>, { padding: false });
}

/** The code of a 30-second step (RFC 4226, section 5.3). */
export async function totpCode(secret: string, step: number, length = digits): Promise<string> {
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(step));
  const algorithm = { name: "HMAC", hash: "SHA-1" };
  const raw = base32.decode(secret) as Uint8Array<ArrayBuffer>;
  const key = await crypto.subtle.importKey("raw", raw, algorithm, false, ["sign"]);
  const mac = new DataView(await crypto.subtle.sign("HMAC", key, counter));
  const offset = mac.getUint8(mac.byteLength - 1) & 15;
  const number = mac.getUint32(offset) & 0x7fff_ffff;
  return String(number % 10 ** length).padStart(length, "0");
}

export function currentStep(now: number): number {
  return Math.floor(now / stepMs);
}

/** The step after `lastStep`, near `now`, whose code this is; null for every other code. */
export async function matchTotp(
  secret: string,
  code: string,
  at: { now: number; lastStep: number },
): Promise<number | null> {
  const given = new TextEncoder().encode(code);
  const middle = currentStep(at.now);
  let found: number | null = null;
  for (let step = middle - drift; step <= middle + drift; step++) {
    const wanted = new TextEncoder().encode(await totpCode(secret, step));
    if (equalBytes(given, wanted) && step > at.lastStep) found = step;
  }
  return found;
}

/** What the app reads from the QR code. The account is called by its alias, never its address. */
export function totpUri(secret: string, alias: string): string {
  const issuer = "Vel Tutor";
  const search = new URLSearchParams({
    secret,
    issuer,
    algorithm: "SHA1",
    digits: String(digits),
    period: String(stepMs / 1000),
  });
  const label = encodeURIComponent(`${issuer}:${alias}`);
  return `otpauth://totp/${label}?${search.toString().replaceAll("+", "%20")}`;
}
