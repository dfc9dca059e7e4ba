/** Finds a link's record: isolate memory, then KV, then Postgres. All but Postgres may be wiped. */
import * as z from "zod";
import { loops } from "#shared/vocabulary.ts";
import type { Ctx } from "../../platform/context.ts";
import { idOf } from "../../platform/page-cursor.ts";
import { verifyLink } from "./link-signature.ts";
import type { SmartLink } from "./smart-link.ts";
import { findLinkByCode } from "./smart-links.repo.ts";

/** How long an isolate trusts what it remembers, found or not, in milliseconds. */
export const memoryMs = 5_000;
const memoryEntries = 5_000;
/** KV's own edge cache keeps a record this long (its minimum): a revocation shows within 60 s. */
const kvEdgeCacheS = 30;
const kvLifeS = 3_600;

const memory = new Map<string, { link: SmartLink | null; until: number }>();

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

/** The record with a valid signature, or null. A warm one costs no round trip. */
export async function findLink(ctx: Ctx, code: string): Promise<SmartLink | null> {
  const now = ctx.clock.now();
  const remembered = memory.get(code);
  if (remembered && remembered.until > now) return remembered.link;
  const link = (await fromKv(ctx, code)) ?? (await fromPostgres(ctx, code));
  remember(code, link, now);
  return link;
}

/** Writes the record (or its tombstone) to KV; a failure costs speed, never the answer. */
export async function keepLink(ctx: Ctx, link: SmartLink): Promise<void> {
  remember(link.code, link, ctx.clock.now());
  try {
    await ctx.config.HOT_KV.put(kvKey(link.code), JSON.stringify(link), {
      expirationTtl: kvLifeS,
    });
  } catch (error) {
    ctx.log.error("link not kept in KV", error, { linkId: link.linkId });
  }
}

function remember(code: string, link: SmartLink | null, now: number): void {
  memory.delete(code);
  memory.set(code, { link, until: now + memoryMs });
  if (memory.size > memoryEntries) {
    const oldest = memory.keys().next();
    if (!oldest.done) memory.delete(oldest.value);
  }
}

async function fromKv(ctx: Ctx, code: string): Promise<SmartLink | null> {
  try {
    const text = await ctx.config.HOT_KV.get(kvKey(code), { cacheTtl: kvEdgeCacheS });
    const parsed = text === null ? null : storedLink.safeParse(JSON.parse(text));
    return parsed?.success ? await verified(ctx, parsed.data, "kv") : null;
  } catch (error) {
    ctx.log.error("link not read from KV", error);
    return null;
  }
}

async function fromPostgres(ctx: Ctx, code: string): Promise<SmartLink | null> {
  const link = await findLinkByCode(ctx.db, code);
  if (!link) return null;
  const good = await verified(ctx, link, "postgres");
  if (good) ctx.waitUntil(keepLink(ctx, good));
  return good;
}

async function verified(ctx: Ctx, link: SmartLink, source: string): Promise<SmartLink | null> {
  if (await verifyLink(link, ctx.config.LINK_SIGNING_KEYS)) return link;
  ctx.log.warn("link record does not verify", { linkId: link.linkId, source });
  return null;
}

function kvKey(code: string): string {
  return `link:v1:${code}`;
}
