/** Finds a link's record: isolate memory, then KV, then Postgres. All but Postgres may be wiped. */
import * as z from "zod";
import { loops } from "#shared/vocabulary.ts";
import type { Ctx, VisitCtx } from "../../platform/context.ts";
import { idOf } from "../../platform/page-cursor.ts";
import { RecentMap } from "../../platform/recent-map.ts";
import { verifyLink } from "./link-signature.ts";
import { linkVersion, type SmartLink } from "./smart-link.ts";
import { findLinkByCode } from "./smart-links.repo.ts";

/** How long an isolate trusts what it remembers, found or not, in milliseconds. */
export const memoryMs = 5_000;
const memoryEntries = 5_000;
/** KV's own edge cache keeps a record this long (its minimum): a revocation shows within 60 s. */
const kvEdgeCacheS = 30;
const kvLifeS = 3_600;
/** KV refuses a shorter life than this. */
const minKvLifeS = 60;
/** A KV that does not answer by then counts as down, in milliseconds. */
const kvPatienceMs = 1_000;

const memory = new RecentMap<{ link: SmartLink | null; until: number }>(memoryEntries);

const storedLink = z.object({
  linkId: idOf("link"),
  code: z.string(),
  inviterId: idOf("user"),
  loop: z.enum(loops),
  destination: z.string(),
  params: z.record(z.string(), z.unknown()),
  keyId: z.string(),
  signature: z.string(),
  expiresAt: z.number(),
  revokedAt: z.number().nullable(),
});

/** What this isolate remembers of a code: undefined nothing, null that no link has it. */
export function recallLink(code: string, now: number): SmartLink | null | undefined {
  const remembered = memory.get(code);
  return remembered && remembered.until > now ? remembered.link : undefined;
}

/** The record with a valid signature, or null, from KV or Postgres; it is remembered. */
export async function findLink(ctx: VisitCtx, code: string): Promise<SmartLink | null> {
  const now = ctx.clock.now();
  const link = (await fromKv(ctx, code)) ?? (await fromPostgres(ctx, code));
  return remember(code, link, now);
}

/**
 * Writes the record to KV, or its tombstone under a key of its own: a late writer of the record
 * cannot bury the newer tombstone. A failure costs speed, never the answer.
 */
export async function keepLink(
  ctx: Pick<Ctx, "clock" | "config" | "log">,
  link: SmartLink,
): Promise<void> {
  const now = ctx.clock.now();
  remember(link.code, link, now);
  const leftS = Math.ceil((link.expiresAt - now) / 1000);
  const gone = link.revokedAt !== null;
  // A tombstone has to outlive every record; a record is only a shortcut.
  const lifeS = Math.max(minKvLifeS, gone ? leftS + kvLifeS : Math.min(kvLifeS, leftS));
  const record = JSON.stringify({ ...link, version: linkVersion(link) });
  const key = gone ? tombstoneKey(link.code) : recordKey(link.code);
  try {
    await ctx.config.HOT_KV.put(key, record, { expirationTtl: lifeS });
  } catch (error) {
    ctx.log.error("link not kept in KV", error, { linkId: link.linkId });
  }
}

/** Answers what is known now: never an older version in place of a newer one. */
function remember(code: string, link: SmartLink | null, now: number): SmartLink | null {
  const held = memory.get(code);
  if (held && held.until > now && linkVersion(held.link) > linkVersion(link)) return held.link;
  memory.set(code, { link, until: now + memoryMs });
  return link;
}

async function fromKv(ctx: VisitCtx, code: string): Promise<SmartLink | null> {
  if (ctx.request.lookups) ctx.request.lookups.kv += 1;
  const read = (key: string) => ctx.config.HOT_KV.get(key, { cacheTtl: kvEdgeCacheS });
  try {
    const both = Promise.all([read(tombstoneKey(code)), read(recordKey(code))]);
    for (const text of await inTime(both)) {
      const link = text === null ? null : fromText(ctx, text);
      if (link?.code === code) return link;
    }
    return null;
  } catch (error) {
    ctx.log.error("link not read from KV", error);
    return null;
  }
}

function fromText(ctx: VisitCtx, text: string): SmartLink | null {
  const parsed = storedLink.safeParse(parseJson(text));
  return parsed.success ? verified(ctx, parsed.data, "kv") : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("KV gave no answer in time")), kvPatienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function fromPostgres(ctx: VisitCtx, code: string): Promise<SmartLink | null> {
  const link = await findLinkByCode(ctx.db, code);
  if (!link) return null;
  const good = verified(ctx, link, "postgres");
  if (good) ctx.waitUntil(keepLink(ctx, good));
  return good;
}

function verified(ctx: VisitCtx, link: SmartLink, source: string): SmartLink | null {
  if (verifyLink(link, ctx.config.LINK_SIGNING_KEYS)) return link;
  ctx.log.warn("link record does not verify", { linkId: link.linkId, source });
  return null;
}

export function recordKey(code: string): string {
  return `link:v1:${code}`;
}

export function tombstoneKey(code: string): string {
  return `link:gone:${code}`;
}
