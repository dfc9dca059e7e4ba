/** A passkey authenticator in software: makes ES256 keys and signs challenges as a device would. */
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

type Cbor = number | string | Uint8Array | Map<Cbor, Cbor>;

/** What may be wrong with an answer, in a test. */
export interface Flaws {
  origin?: string;
  rpId?: string;
  challenge?: string;
  type?: string;
  /** The person did not show a finger, face or PIN. */
  unverified?: boolean;
  counter?: number;
}

const flags = { present: 0x01, verified: 0x04, attested: 0x40 };
const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest();
const base64Url = (data: Uint8Array) => Buffer.from(data).toString("base64url");

/** A device with one passkey; `counts` like a security key, or stay at 0 like a phone's. */
export function createSoftwareAuthenticator(
  site: { origin: string; rpId: string },
  options: { counts?: boolean } = {},
) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const credential = randomBytes(32);
  const id = base64Url(credential);
  let counter = 0;

  const clientData = (type: string, challenge: string, flaws: Flaws) => {
    const origin = flaws.origin ?? site.origin;
    const data = { type: flaws.type ?? type, challenge: flaws.challenge ?? challenge, origin };
    return Buffer.from(JSON.stringify({ ...data, crossOrigin: false }));
  };
  const authenticatorData = (flaws: Flaws, attested: Uint8Array = new Uint8Array()) => {
    const head = Buffer.alloc(5);
    const verified = flaws.unverified ? 0 : flags.verified;
    head[0] = flags.present | verified | (attested.length > 0 ? flags.attested : 0);
    head.writeUInt32BE(flaws.counter ?? counter, 1);
    return Buffer.concat([sha256(flaws.rpId ?? site.rpId), head, attested]);
  };

  return {
    id,
    /** Answers `navigator.credentials.create`. */
    create(challenge: string, flaws: Flaws = {}) {
      const { x = "", y = "" } = publicKey.export({ format: "jwk" });
      const coseKey = new Map<Cbor, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, "base64url")],
        [-3, Buffer.from(y, "base64url")],
      ]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credential.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, credential, cbor(coseKey)]);
      const attestation = new Map<Cbor, Cbor>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", authenticatorData(flaws, attested)],
      ]);
      return {
        id,
        rawId: id,
        type: "public-key" as const,
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64Url(clientData("webauthn.create", challenge, flaws)),
          attestationObject: base64Url(cbor(attestation)),
          transports: ["internal"],
        },
      };
    },
    /** Answers `navigator.credentials.get`. */
    get(challenge: string, flaws: Flaws = {}) {
      if (options.counts && flaws.counter === undefined) counter += 1;
      const client = clientData("webauthn.get", challenge, flaws);
      const authenticator = authenticatorData(flaws);
      const signature = sign("sha256", Buffer.concat([authenticator, sha256(client)]), privateKey);
      return {
        id,
        rawId: id,
        type: "public-key" as const,
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64Url(client),
          authenticatorData: base64Url(authenticator),
          signature: base64Url(signature),
        },
      };
    },
  };
}

export type SoftwareAuthenticator = ReturnType<typeof createSoftwareAuthenticator>;

/** The little of CBOR (RFC 8949) that attestations are made of. */
function cbor(value: Cbor): Uint8Array {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") {
    const text = Buffer.from(value);
    return Buffer.concat([head(3, text.length), text]);
  }
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  const parts = [...value].flatMap(([key, item]) => [cbor(key), cbor(item)]);
  return Buffer.concat([head(5, value.size), ...parts]);
}

function head(major: number, size: number): Uint8Array {
  if (size < 24) return Buffer.from([(major << 5) | size]);
  if (size < 256) return Buffer.from([(major << 5) | 24, size]);
  return Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
}
