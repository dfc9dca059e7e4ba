/** HMAC-SHA256 with WebCrypto and cached keys, base64url, and constant-time comparison. */

const encoder = new TextEncoder();
/** The keys themselves, not promises: to await another request's promise costs a turn of workerd. */
const keys = new Map<string, CryptoKey>();

async function importKey(secret: string): Promise<CryptoKey> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const raw = encoder.encode(secret);
  const key = await crypto.subtle.importKey("raw", raw, algorithm, false, ["sign"]);
  keys.set(secret, key);
  return key;
}

/** The 32-byte MAC of `text` (UTF-8) or bytes under `secret`. */
export async function hmac(secret: string, text: string | Uint8Array): Promise<Uint8Array> {
  const data = typeof text === "string" ? encoder.encode(text) : text;
  const key = keys.get(secret) ?? (await importKey(secret));
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, data as BufferSource));
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
