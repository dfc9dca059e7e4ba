/** The secrets of one sign-in request: the link's token and the 6-digit code. */
import { hmac, randomToken, sha256Hex, toBase64Url } from "../../platform/hmac.ts";

/** How long token and code live, in milliseconds. */
export const signInLifeMs = 15 * 60_000;
/** So many codes may be tried for one request. */
export const maxCodeTries = 3;

export interface SignInSecrets {
  /** 128 random bits, base64url: in the mailed link only. */
  token: string;
  tokenHash: string;
  code: string;
  codeHash: string;
}

export async function newSignInSecrets(joinId: string, secret: string): Promise<SignInSecrets> {
  const token = randomToken(16);
  const code = randomCode();
  return {
    token,
    tokenHash: await sha256Hex(token),
    code,
    codeHash: signInCodeHash(secret, joinId, code),
  };
}

/** Keyed and bound to its request: six digits alone could be read back from a plain hash. */
export function signInCodeHash(secret: string, joinId: string, code: string): string {
  return toBase64Url(hmac(secret, `sign-in-code.v1.${joinId}.${code}`));
}

/** Six digits, each of the million equally likely. */
function randomCode(): string {
  const limit = 4_294_000_000;
  const [value = limit] = crypto.getRandomValues(new Uint32Array(1));
  return value < limit ? String(value % 1_000_000).padStart(6, "0") : randomCode();
}
