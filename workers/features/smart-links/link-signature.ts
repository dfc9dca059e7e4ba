/** The signature that a link's record carries through KV and Postgres. */
import type { UserId } from "#shared/ids.ts";
import type { Loop } from "#shared/vocabulary.ts";
import type { KeyRing } from "../../platform/env.ts";
import { equalBytes, fromBase64Url, hmac, toBase64Url } from "../../platform/hmac.ts";

/** What the signature covers, in this order. */
export interface SignedFields {
  code: string;
  inviterId: UserId;
  loop: Loop;
  destination: string;
  params: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** HMAC-SHA256 (base64url) with the newest key. */
export function signLink(
  fields: SignedFields,
  keys: KeyRing,
): { keyId: string; signature: string } {
  const [key] = keys;
  if (!key) throw new RangeError("no signing key");
  const mac = hmac(key.secret, signedBytes(fields, key.id));
  return { keyId: key.id, signature: toBase64Url(mac) };
}

/** True when the record was signed by a key that is still on the ring, and nothing was changed. */
export function verifyLink(
  record: SignedFields & { keyId: string; signature: string },
  keys: KeyRing,
): boolean {
  const key = keys.find((candidate) => candidate.id === record.keyId);
  const given = fromBase64Url(record.signature);
  if (!key || !given) return false;
  return equalBytes(given, hmac(key.secret, signedBytes(record, key.id)));
}

/** Each field as a 4-byte big-endian length and its UTF-8 (NFC) bytes: no two records agree. */
export function signedBytes(fields: SignedFields, keyId: string): Uint8Array {
  const parts = [
    "v1",
    keyId,
    fields.code,
    fields.inviterId,
    fields.loop,
    fields.destination,
    canonicalJson(fields.params),
    String(fields.expiresAt),
  ].map((part) => new TextEncoder().encode(part.normalize("NFC")));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  const view = new DataView(bytes.buffer);
  let offset = 0;
  for (const part of parts) {
    view.setUint32(offset, part.length);
    bytes.set(part, offset + 4);
    offset += 4 + part.length;
  }
  return bytes;
}

/** JSON with sorted keys and no white space, after RFC 8785's order for plain values. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, member]) => member !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}
