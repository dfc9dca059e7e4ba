/** What a browser answers to a passkey challenge, and its proof. Heavy: load it by `await import()`. */
import { verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { fromBase64Url, toBase64Url } from "../../platform/hmac.ts";
import type { AddedPasskey, PasskeySignature, SiteOfPasskey } from "./passkey-site.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** The new public key, or null for every answer that does not prove it. */
export async function proveNewPasskey(
  response: AddedPasskey,
  expected: SiteOfPasskey & { challenge: string; algorithms: readonly number[] },
): Promise<{ credentialId: string; publicKey: string; counter: number } | null> {
  const proof = await verifyRegistrationResponse({
    response: { ...response, clientExtensionResults: {} } as never,
    expectedChallenge: expected.challenge,
    expectedOrigin: expected.origin,
    expectedRPID: expected.rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: [...expected.algorithms],
  }).catch(() => null);
  if (!proof?.verified) return null;
  const { id, publicKey, counter } = proof.registrationInfo.credential;
  return { credentialId: id, publicKey: toBase64Url(publicKey), counter };
}

/** The authenticator's new counter, or null for every answer that does not prove the key. */
export async function provePasskey(
  response: PasskeySignature,
  expected: SiteOfPasskey & { challenge: string },
  known: { credentialId: string; publicKey: string; counter: number },
): Promise<{ counter: number } | null> {
  const publicKey = fromBase64Url(known.publicKey) as Bytes | null;
  if (!publicKey) return null;
  const proof = await verifyAuthenticationResponse({
    response: { ...response, clientExtensionResults: {} } as never,
    expectedChallenge: expected.challenge,
    expectedOrigin: expected.origin,
    expectedRPID: expected.rpId,
    credential: { id: known.credentialId, publicKey, counter: known.counter },
    requireUserVerification: true,
  }).catch(() => null);
  return proof?.verified ? { counter: proof.authenticationInfo.newCounter } : null;
}
