/** A JSON value signed for one purpose: `base64url(json).base64url(mac)`. Readable, not forgeable. */
import { equalBytes, fromBase64Url, hmac, toBase64Url } from "./hmac.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Signs `value`; the same text never verifies for another purpose. */
export async function sealValue(secret: string, purpose: string, value: unknown): Promise<string> {
  const body = toBase64Url(encoder.encode(JSON.stringify(value)));
  return `${body}.${toBase64Url(await hmac(secret, `${purpose}.${body}`))}`;
}

/** The value, or null when the text was not sealed by us for that purpose. */
export async function openValue(secret: string, purpose: string, text: string): Promise<unknown> {
  if (text.length > 4096) return null;
  const [body, mac, rest] = text.split(".");
  if (!body || !mac || rest !== undefined) return null;
  const given = fromBase64Url(mac);
  if (!given || !equalBytes(given, await hmac(secret, `${purpose}.${body}`))) return null;
  const bytes = fromBase64Url(body);
  try {
    return bytes && JSON.parse(decoder.decode(bytes));
  } catch {
    return null;
  }
}
