/** Queries of links, hits, opens and credits. */
import { and, desc, eq, gt, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { deckRuns } from "#db/schema/micro-decks.ts";
import { smartLinks } from "#db/schema/smart-links.ts";
import { type LinkId, type RunId, toUuid, type UserId, type VisitorId } from "#shared/ids.ts";
import type { SmartLink } from "./smart-link.ts";

export async function findLinkByCode(db: Db, code: string): Promise<SmartLink | null> {
  const [row] = await db.select().from(smartLinks).where(eq(smartLinks.code, code));
  if (!row) return null;
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

/** The inviter's own finished run of that deck: what a challenge is made of. */
export async function findOwnResult(db: Db, runId: RunId, visitorId: VisitorId, deckId: string) {
  const [row] = await db
    .select({
      score: deckRuns.score,
      total: deckRuns.total,
      durationMs: deckRuns.durationMs,
    })
    .from(deckRuns)
    .where(
      and(
        eq(deckRuns.id, runId),
        eq(deckRuns.visitorId, visitorId),
        eq(deckRuns.deckId, deckId),
        gt(deckRuns.total, 0),
      ),
    );
  if (!row || row.score === null || row.durationMs === null) return null;
  return { score: row.score, total: row.total, durationMs: row.durationMs };
}

export function insertLink(link: SmartLink, maxJoins: number | null, createdAt: Date): SQL {
  return sql`insert into smart_links (id, code, inviter_id, loop, destination, params, key_id,
      signature, max_joins, expires_at, created_at)
    values (${toUuid(link.linkId)}, ${link.code}, ${toUuid(link.inviterId)}, ${link.loop},
      ${link.destination}, ${JSON.stringify(link.params)}::jsonb, ${link.keyId}, ${link.signature},
      ${maxJoins}, ${new Date(link.expiresAt).toISOString()}, ${createdAt.toISOString()})`;
}

/** Revokes an own link once; answers the record, or null when it is not the person's. */
export async function revokeLink(
  db: Db,
  code: string,
  inviterId: UserId,
  now: Date,
): Promise<SmartLink | null> {
  await db
    .update(smartLinks)
    .set({ revokedAt: now })
    .where(
      and(
        eq(smartLinks.code, code),
        eq(smartLinks.inviterId, inviterId),
        isNull(smartLinks.revokedAt),
      ),
    );
  const link = await findLinkByCode(db, code);
  return link?.inviterId === inviterId ? link : null;
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
  hits: number;
  opens: number;
  engaged: number;
  fvm: number;
  joins: number;
}

const countOf = (query: SQL) => sql<number>`(${query})::int`;

/** A person's links with their counts, newest first. */
export async function listLinks(
  db: Db,
  inviterId: UserId,
  before: { createdAt: Date; linkId: LinkId } | null,
  limit: number,
): Promise<LinkRow[]> {
  const id = sql`${smartLinks.id}`;
  const older =
    before &&
    or(
      lt(smartLinks.createdAt, before.createdAt),
      and(eq(smartLinks.createdAt, before.createdAt), lt(smartLinks.id, before.linkId)),
    );
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
      hits: countOf(sql`select count(*) from link_hits h where h.link_id = ${id}`),
      opens: countOf(sql`select count(*) from link_opens o where o.link_id = ${id}`),
      engaged: countOf(sql`select count(*) from link_engagements g where g.link_id = ${id}`),
      fvm: countOf(sql`select count(*) from invite_credits c
        where c.link_id = ${id} and c.state <> 'refused'`),
      joins: countOf(sql`select count(*) from invite_credits c
        where c.link_id = ${id} and c.state = 'fixed'`),
    })
    .from(smartLinks)
    .where(and(eq(smartLinks.inviterId, inviterId), older ?? undefined))
    .orderBy(desc(smartLinks.createdAt), desc(smartLinks.id))
    .limit(limit);
}
