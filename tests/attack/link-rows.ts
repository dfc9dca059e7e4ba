/** Link records made by hand, signed well, to be spoilt by an attack. */
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type LinkId, toUuid, type UserId } from "#shared/ids.ts";
import type { Loop } from "#shared/vocabulary.ts";
import { makeCode } from "#workers/features/smart-links/link-code.ts";
import { signLink } from "#workers/features/smart-links/link-signature.ts";

export interface StoredRecord {
  linkId: LinkId;
  code: string;
  inviterId: UserId;
  loop: Loop;
  destination: string;
  params: Record<string, unknown>;
  expiresAt: number;
  keyId: string;
  signature: string;
}

/** A record as the service itself would make it. */
export function makeRecord(
  secrets: { code: string; ring: { id: string; secret: string }[] },
  inviterId: UserId,
  linkId: LinkId,
): StoredRecord {
  const fields = {
    code: makeCode(crypto.getRandomValues(new Uint8Array(9)), secrets.code),
    inviterId,
    loop: "buddy_challenge" as const,
    destination: "fvm.deck",
    params: { deckId: "alg-expressions" },
    expiresAt: Date.now() + 3_600_000,
  };
  return { linkId, ...fields, ...signLink(fields, secrets.ring) };
}

/** Writes records to Postgres as they are, good or bad. */
export async function insertRecords(db: Db, records: readonly StoredRecord[]): Promise<void> {
  const rows = records.map((record) => ({
    id: toUuid(record.linkId),
    code: record.code,
    inviter_id: toUuid(record.inviterId),
    loop: record.loop,
    destination: record.destination,
    params: record.params,
    key_id: record.keyId,
    signature: record.signature,
    expires_at: new Date(record.expiresAt).toISOString(),
  }));
  await db.execute(sql`insert into smart_links (id, code, inviter_id, loop, destination, params,
      key_id, signature, expires_at, created_at)
    select r.*, now() - interval '1 minute' from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, code text, inviter_id uuid, loop text, destination text, params jsonb,
        key_id text, signature text, expires_at timestamptz)`);
}
