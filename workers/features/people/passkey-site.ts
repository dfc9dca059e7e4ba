/** What browsers are told of us before they make or use a passkey (WebAuthn level 3, JSON forms). */
import type { UserId } from "#shared/ids.ts";
import { hmac, toBase64Url } from "../../platform/hmac.ts";

/** ES256 and RS256: what every authenticator has one of. */
export const passkeyAlgorithms = [-7, -257] as const;
/** How long a browser lets its person think, in milliseconds. */
const timeoutMs = 5 * 60_000;
/** More passkeys than anybody needs. */
export const maxPasskeys = 10;

export interface SiteOfPasskey {
  origin: string;
  /** The host name to which browsers bind passkeys. */
  rpId: string;
}

/** The browser's answer to `creationOptions`. */
export interface AddedPasskey {
  id: string;
  rawId: string;
  type: "public-key";
  response: {
    clientDataJSON: string;
    attestationObject: string;
    transports?: string[] | undefined;
  };
}

/** The browser's answer to `requestOptions`. */
export interface PasskeySignature {
  id: string;
  rawId: string;
  type: "public-key";
  response: {
    clientDataJSON: string;
    authenticatorData: string;
    signature: string;
    userHandle?: string | undefined;
  };
}

interface KnownPasskey {
  credentialId: string;
  transports: readonly string[];
}

export function siteOfPasskey(appUrl: string): SiteOfPasskey {
  const url = new URL(appUrl);
  return { origin: url.origin, rpId: url.hostname };
}

/** For `navigator.credentials.create`. Devices show the alias: an address stays out of them. */
export function creationOptions(input: {
  site: SiteOfPasskey;
  challenge: string;
  person: { userId: UserId; alias: string };
  /** Keyed, so that the handle on a device is of no use elsewhere. */
  secret: string;
  known: readonly KnownPasskey[];
}) {
  const { site, challenge, person, known } = input;
  const handle = toBase64Url(hmac(input.secret, `passkey-handle.v1.${person.userId}`));
  return {
    rp: { id: site.rpId, name: "Vel Tutor" },
    user: { id: handle, name: person.alias, displayName: person.alias },
    challenge,
    pubKeyCredParams: passkeyAlgorithms.map((alg) => ({ type: "public-key" as const, alg })),
    timeout: timeoutMs,
    attestation: "none" as const,
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      type: "public-key" as const,
      id: credentialId,
      transports: [...transports],
    })),
    authenticatorSelection: {
      residentKey: "required" as const,
      requireResidentKey: true,
      userVerification: "required" as const,
    },
  };
}

/** For `navigator.credentials.get`: whoever it is, the device knows which passkeys it has for us. */
export function requestOptions(site: SiteOfPasskey, challenge: string) {
  return {
    challenge,
    rpId: site.rpId,
    timeout: timeoutMs,
    userVerification: "required" as const,
    allowCredentials: [],
  };
}
