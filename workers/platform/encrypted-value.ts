/** A short text encrypted for the database: AES-256-GCM under a key made for one purpose. */
import { fromBase64Url, hmac, toBase64Url } from "./hmac.ts";

const nonceBytes = 12;

export interface Sealing {
  secret: string;
  /** Another purpose is another key. */
  purpose: string;
  /** Whose it is: moved to another row it does not open. */
  owner: string;
}

/** `base64url(nonce and ciphertext)`. */
export async function encryptText(sealing: Sealing, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const plain = new TextEncoder().encode(text);
  const cipher = await crypto.subtle.encrypt(parameters(sealing, iv), await keyOf(sealing), plain);
  const whole = new Uint8Array(nonceBytes + cipher.byteLength);
  whole.set(iv);
  whole.set(new Uint8Array(cipher), nonceBytes);
  return toBase64Url(whole);
}

/** The text, or null when it was not encrypted by us, for that purpose and owner. */
export async function decryptText(sealing: Sealing, sealed: string): Promise<string | null> {
  const whole = fromBase64Url(sealed);
  if (!whole || whole.length <= nonceBytes) return null;
  try {
    const iv = whole.slice(0, nonceBytes);
    const cipher = whole.slice(nonceBytes);
    const key = await keyOf(sealing);
    return new TextDecoder().decode(
      await crypto.subtle.decrypt(parameters(sealing, iv), key, cipher),
    );
  } catch {
    return null;
  }
}

function parameters(sealing: Sealing, iv: Uint8Array<ArrayBuffer>) {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(sealing.owner) };
}

async function keyOf({ secret, purpose }: Sealing): Promise<CryptoKey> {
  const raw = hmac(secret, `encrypt.v1.${purpose}`) as Uint8Array<ArrayBuffer>;
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}
