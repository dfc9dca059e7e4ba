/** Texts and JSON values signed for one purpose: `body.base64url(mac)`. Readable, not forgeable. */
import { equalBytes, fromBase64Url, hmac, toBase64Url } from "./hmac.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const maxLength = 4096;

/** Signs a text; the same one never verifies for another purpose. */
export function sealText(secret: string, purpose: string, body: string): string {
  return `${body}.${toBase64Url(hmac(secret, `${purpose}.${body}`))}`;
}

/** The text, or null when it was not sealed by us for that purpose. */
export function openText(secret: string, purpose: string, text: string): string | null {
  const end = text.lastIndexOf(".");
  const given = end > 0 && text.length <= maxLength ? fromBase64Url(text.slice(end + 1)) : null;
  const body = text.slice(0, end);
  return given && equalBytes(given, hmac(secret, `${purpose}.${body}`)) ? body : null;
}

/** Signs a JSON value, as base64url. */
export function sealValue(secret: string, purpose: string, value: unknown): string {
  return sealText(secret, purpose, toBase64Url(encoder.encode(JSON.stringify(value))));
}

/** The value, or null when the text was not sealed by us for that purpose. */
export function openValue(secret: string, purpose: string, text: string): unknown {
  const body = openText(secret, purpose, text);
  const bytes = body && fromBase64Url(body);
  try {
    return bytes ? JSON.parse(decoder.decode(bytes)) : null;
  } catch {
    return null;
  }
}
