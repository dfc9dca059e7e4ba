/** Creates a smart link and the invite that goes with it. */
import * as z from "zod";
import { destinations } from "#db/schema/smart-links.ts";
import { loops } from "#shared/vocabulary.ts";
import type { Member } from "../../platform/actor.ts";
import { AppError } from "../../platform/app-error.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { commitWithEvents } from "../../platform/event-log.ts";
import { isLoopOn } from "../../platform/flags.ts";
import { idOf } from "../../platform/page-cursor.ts";
import { issueRecordParams } from "./issue-record-params.ts";
import { makeCode } from "./link-code.ts";
import { keepLink } from "./link-records.ts";
import { signLink } from "./link-signature.ts";
import { loopAllows } from "./loop-rules.ts";
import { defaultLifeHours, maxLifeHours, type SmartLink } from "./smart-link.ts";
import { insertLink, isStored } from "./smart-links.repo.ts";

const slug = z.string().regex(/^[a-z0-9-]{3,40}$/);
const deckParams = z.strictObject({ deckId: slug, resultId: idOf("run").optional() });
const resultParams = z.strictObject({ resultId: idOf("run") });
const slugParams = z.strictObject({ slug });

const paramsOf = {
  "fvm.deck": deckParams,
  "results.card": resultParams,
  "cohort.room": slugParams,
  "tutor.profile": slugParams,
} as const;

/** OpenAPI wants one object: which params go with which destination is refined below. */
export const createInput = z
  .strictObject({
    loop: z.enum(loops),
    destination: z.enum(destinations),
    params: z.union([deckParams, resultParams, slugParams]),
    expiresInHours: z.number().int().min(1).max(maxLifeHours).optional(),
    maxJoins: z.number().int().min(1).max(10_000).optional(),
  })
  .refine(({ destination, params }) => paramsOf[destination].safeParse(params).success, {
    path: ["params"],
    message: "these params do not belong to that destination",
  });
export type CreateInput = z.infer<typeof createInput>;

export interface CreatedLink {
  code: string;
  url: string;
  expiresAt: number;
}

const codeTries = 3;
const loopOff = "Invites of this kind are paused right now.";

/**
 * Throws CONSENT_NEEDED for a minor without a guardian's consent, FORBIDDEN for a loop of other
 * personas or other destinations, NOT_FOUND for what is not the person's own to share, GONE while
 * the loop is turned off.
 */
export async function createSmartLink(ctx: RequestCtx, input: CreateInput): Promise<CreatedLink> {
  const inviter = requireMember(ctx);
  if (loopAllows(inviter.persona, input) !== "yes") throw new AppError("FORBIDDEN");
  if (!(await isLoopOn(ctx, input.loop))) throw new AppError("GONE", { message: loopOff });
  const params = await issueRecordParams(ctx, inviter, input);
  for (let attempt = 1; ; attempt++) {
    try {
      const link = await mintLink(ctx, inviter, input, params);
      ctx.waitUntil(keepLink(ctx, link));
      return { code: link.code, url: shortUrl(ctx, link.code), expiresAt: link.expiresAt };
    } catch (error) {
      if (attempt >= codeTries || !isTakenCode(error)) throw error;
    }
  }
}

export function shortUrl(ctx: RequestCtx, code: string): string {
  return `${ctx.config.APP_URL}/sl/${code}`;
}

async function mintLink(
  ctx: RequestCtx,
  inviter: Member,
  input: CreateInput,
  params: Record<string, unknown>,
): Promise<SmartLink> {
  const now = ctx.clock.now();
  const random = crypto.getRandomValues(new Uint8Array(9));
  const fields = {
    code: makeCode(random, ctx.config.LINK_CODE_SECRET),
    inviterId: inviter.userId,
    loop: input.loop,
    destination: input.destination,
    params,
    expiresAt: now + (input.expiresInHours ?? defaultLifeHours) * 3_600_000,
  };
  const signed = signLink(fields, ctx.config.LINK_SIGNING_KEYS);
  const link = { ...fields, ...signed, linkId: ctx.ids.next("link"), revokedAt: null };
  const sent = ctx.events.fact("invite.sent", {
    visitorId: inviter.visitorId,
    userId: inviter.userId,
    loop: link.loop,
    linkId: link.linkId,
    props: {},
  });
  // Edge and session may be a minute old: whether the loop is on, and a minor may share, the
  // database says. A minor's missing consent is by far the likelier of the two.
  const insert = insertLink(link, input.maxJoins ?? null, new Date(now), inviter);
  const onlyIf = isStored(link.linkId);
  const { written } = await commitWithEvents(ctx, [insert], [{ event: sent, onlyIf }]);
  if (written.length > 0) return link;
  if (inviter.minor) throw new AppError("CONSENT_NEEDED");
  throw new AppError("GONE", { message: loopOff });
}

function isTakenCode(error: unknown): boolean {
  const source = error instanceof Error && error.cause ? error.cause : error;
  return (source as { constraint?: unknown } | null)?.constraint === "smart_links_code_key";
}
