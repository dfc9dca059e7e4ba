/** HMAC-SHA256 without a wait (decision 0014), base64url, and constant-time comparison. */
import { type HashKey, hashKey, macOf } from "./keyed-hash.ts";

const encoder = new TextEncoder();
const keys = new Map<string, HashKey>();

/** The 32-byte MAC of `text` (UTF-8) or bytes under `secret`. */
export function hmac(secret: string, text: string | Uint8Array): Uint8Array {
  let key = keys.get(secret);
  if (!key) {
    key = hashKey(encoder.encode(secret));
    keys.set(secret, key);
  }
  if (typeof text === "string" && copyAscii(text)) return macOf(key, short, text.length);
  const bytes = typeof text === "string" ? encoder.encode(text) : text;
  return macOf(key, bytes, bytes.length);
}

const short = new Uint8Array(512);

/** A short ASCII text, as nearly all are, needs no buffer of its own. */
function copyAscii(text: string): boolean {
  if (text.length > short.length) return false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return false;
    short[i] = code;
  }
  return true;
}

/** SHA-256 of a text, as lowercase hex. For high-entropy tokens at rest, not for passwords. */
export async function sha256Hex(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Compares without telling by its duration where the difference is. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}

const base64Url = { alphabet: "base64url", omitPadding: true };
type WithBase64 = { toBase64?(options: typeof base64Url): string };

/** Without padding; by the engine's own method where it has one, which Node 24 has not. */
export function toBase64Url(bytes: Uint8Array): string {
  const text = (bytes as WithBase64).toBase64?.(base64Url);
  if (text !== undefined) return text;
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The bytes of a base64url text, or null when it is not one. */
export function fromBase64Url(text: string): Uint8Array | null {
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

/** A random token of `bytes` bytes, base64url. */
export function randomToken(bytes: number): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(bytes)));
}
