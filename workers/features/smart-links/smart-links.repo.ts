/** Queries of links, hits, opens and credits. */
import { and, desc, eq, gt, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { users } from "#db/schema/people.ts";
import { smartLinks } from "#db/schema/smart-links.ts";
import { loopFlagKey } from "#shared/experiments.ts";
import { type LinkId, toUuid, type UserId } from "#shared/ids.ts";
import type { SmartLink } from "./smart-link.ts";

export async function findLinkByCode(db: Db, code: string): Promise<SmartLink | null> {
  const [row] = await db.select().from(smartLinks).where(eq(smartLinks.code, code));
  return row ? toSmartLink(row) : null;
}

function toSmartLink(row: typeof smartLinks.$inferSelect): SmartLink {
  const { id, expiresAt, revokedAt, ...rest } = row;
  return {
    linkId: id,
    code: rest.code,
    inviterId: rest.inviterId,
    loop: rest.loop,
    destination: rest.destination,
    params: rest.params,
    keyId: rest.keyId,
    signature: rest.signature,
    expiresAt: expiresAt.getTime(),
    revokedAt: revokedAt?.getTime() ?? null,
  };
}

/**
 * Answers the id. Nothing is stored where the loop's flag was killed or switched off, or where the
 * inviter is a minor without the guardian's yes: both are asked in the transaction.
 */
export function insertLink(
  link: SmartLink,
  maxJoins: number | null,
  createdAt: Date,
  inviter: { minor: boolean },
): SQL {
  const allowed = inviter.minor
    ? sql`exists (select 1 from users where id = ${toUuid(link.inviterId)}::uuid and share_consent)`
    : sql`true`;
  return sql`insert into smart_links (id, code, inviter_id, loop, destination, params, key_id,
      signature, max_joins, expires_at, created_at)
    select ${toUuid(link.linkId)}::uuid, ${link.code}, ${toUuid(link.inviterId)}::uuid,
      ${link.loop}, ${link.destination}, ${JSON.stringify(link.params)}::jsonb, ${link.keyId},
      ${link.signature}, ${maxJoins}::int, ${new Date(link.expiresAt).toISOString()}::timestamptz,
      ${createdAt.toISOString()}::timestamptz
    where ${allowed} and not exists (select 1 from flags where key = ${loopFlagKey(link.loop)}
      and (killed_at is not null or not enabled))
    returning id`;
}

/** True once the link is stored: only then it was sent. */
export function isStored(linkId: LinkId): SQL {
  return sql`exists (select 1 from smart_links where id = ${toUuid(linkId)}::uuid)`;
}

/** Whose links a person has in hand: the own ones, and those of the children in their care. */
function inHandsOf(person: UserId): SQL {
  const id = sql`${toUuid(person)}::uuid`;
  return sql`(${smartLinks.inviterId} = ${id} or ${smartLinks.inviterId} in
    (select id from users where guardian_id = ${id}))`;
}

/** Revokes a link once; answers the record, or null when it is not in the person's hands. */
export async function revokeLink(
  db: Db,
  code: string,
  person: UserId,
  now: Date,
): Promise<SmartLink | null> {
  const [row] = await db
    .update(smartLinks)
    .set({ revokedAt: sql`coalesce(${smartLinks.revokedAt}, ${now.toISOString()}::timestamptz)` })
    .where(and(eq(smartLinks.code, code), inHandsOf(person)))
    .returning();
  return row ? toSmartLink(row) : null;
}

/** Revokes the open links that a person made until then; answers all that were revoked then. */
export async function revokeLinksOf(db: Db, inviter: UserId, at: Date): Promise<SmartLink[]> {
  const rows = await db
    .update(smartLinks)
    .set({ revokedAt: sql`coalesce(${smartLinks.revokedAt}, ${at.toISOString()}::timestamptz)` })
    .where(
      and(
        eq(smartLinks.inviterId, inviter),
        lte(smartLinks.createdAt, at),
        gt(smartLinks.expiresAt, at),
        or(isNull(smartLinks.revokedAt), eq(smartLinks.revokedAt, at)),
      ),
    )
    .returning();
  return rows.map(toSmartLink);
}

export interface LinkRow {
  linkId: LinkId;
  code: string;
  loop: SmartLink["loop"];
  destination: string;
  params: Record<string, unknown>;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  /** The child who made it, where the person is the guardian; null for an own link. */
  childAlias: string | null;
  hits: number;
  opens: number;
  /** Those of the opens that were counted without cookies. */
  weakOpens: number;
  engaged: number;
  fvm: number;
  joins: number;
}

const countOf = (query: SQL) => sql<number>`(${query})::int`;

/** The links in a person's hands with their counts, newest first. */
export async function listLinks(
  db: Db,
  person: UserId,
  before: { createdAt: Date; linkId: LinkId } | null,
  limit: number,
): Promise<LinkRow[]> {
  const older =
    before &&
    or(
      lt(smartLinks.createdAt, before.createdAt),
      and(eq(smartLinks.createdAt, before.createdAt), lt(smartLinks.id, before.linkId)),
    );
  return selectListed(db, person)
    .where(and(inHandsOf(person), older ?? undefined))
    .orderBy(desc(smartLinks.createdAt), desc(smartLinks.id))
    .limit(limit);
}

/** One link in the person's hands, with its counts. */
export async function findListedLink(
  db: Db,
  person: UserId,
  code: string,
): Promise<LinkRow | null> {
  const [row] = await selectListed(db, person).where(
    and(eq(smartLinks.code, code), inHandsOf(person)),
  );
  return row ?? null;
}

function selectListed(db: Db, person: UserId) {
  const id = sql`${smartLinks.id}`;
  return db
    .select({
      linkId: smartLinks.id,
      code: smartLinks.code,
      loop: smartLinks.loop,
      destination: smartLinks.destination,
      params: smartLinks.params,
      createdAt: smartLinks.createdAt,
      expiresAt: smartLinks.expiresAt,
      revokedAt: smartLinks.revokedAt,
      childAlias: sql<string | null>`case when ${smartLinks.inviterId} = ${toUuid(person)}::uuid
        then null else ${users.alias} end`,
      hits: countOf(sql`select count(*) from link_hits h where h.link_id = ${id}`),
      opens: countOf(sql`select count(*) from link_opens o where o.link_id = ${id}`),
      weakOpens: countOf(sql`select count(*) from link_opens o
        where o.link_id = ${id} and o.weak`),
      engaged: countOf(sql`select count(*) from link_engagements g where g.link_id = ${id}`),
      fvm: countOf(sql`select count(*) from invite_credits c
        where c.link_id = ${id} and c.state <> 'refused'`),
      joins: countOf(sql`select count(*) from invite_credits c
        where c.link_id = ${id} and c.state = 'fixed'`),
    })
    .from(smartLinks)
    .innerJoin(users, eq(users.id, smartLinks.inviterId));
}
