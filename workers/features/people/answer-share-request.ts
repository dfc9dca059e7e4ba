/** A guardian's answer about sharing: by the mailed page, or signed in. */
import type { UserId, VisitorId } from "#shared/ids.ts";
import type { RequestCtx } from "../../platform/context.ts";
import { commitWithEvents } from "../../platform/event-log.ts";
import { sha256Hex } from "../../platform/hmac.ts";
import { commit } from "./accounts.repo.ts";
import {
  decideSharing,
  findShareQuestion,
  isKept,
  type ShareAnswer,
  type ShareDecision,
} from "./share-consents.repo.ts";

export type ShareRequest =
  | { status: "open" | "consented"; childAlias: string; askedAt: number }
  | { status: "closed" };

/** Looking changes nothing. */
export async function viewShareRequest(
  ctx: RequestCtx,
  input: { token: string },
): Promise<ShareRequest> {
  const hash = await sha256Hex(input.token);
  const found = await findShareQuestion(ctx.db, hash, ctx.clock.now());
  if (!found) return { status: "closed" };
  return { status: found.state, childAlias: found.childAlias, askedAt: found.askedAt };
}

/** An open question takes a yes or a no, once; a yes that stands can be taken back. */
export async function answerShareRequest(
  ctx: RequestCtx,
  input: { token: string; answer: ShareAnswer },
): Promise<{ status: "recorded" | "closed" }> {
  const hash = await sha256Hex(input.token);
  const found = await findShareQuestion(ctx.db, hash, ctx.clock.now());
  const fits = found && (found.state === "consented") === (input.answer === "withdrawn");
  if (!fits) return { status: "closed" };
  const child = { userId: found.childId, visitorId: found.childVisitorId };
  return decideForChild(ctx, child, { answer: input.answer, method: "email_page" });
}

/** Sharing stops with the withdrawal: `sharing.withdrawn` closes the links that are out. */
export async function decideForChild(
  ctx: RequestCtx,
  child: { userId: UserId; visitorId: VisitorId },
  given: Pick<ShareDecision, "answer" | "method">,
): Promise<{ status: "recorded" | "closed" }> {
  const id = ctx.ids.next("consent");
  const decide = decideSharing({ ...given, id, childId: child.userId, now: ctx.clock.now() });
  const event = ctx.events.fact("sharing.withdrawn", { ...child, props: {} });
  const withdrawn = given.answer === "withdrawn" ? [{ event, onlyIf: isKept(id) }] : [];
  const { rows } = await commitQuestion(ctx, decide, withdrawn);
  return { status: rows[0]?.length ? "recorded" : "closed" };
}

/** Only a withdrawal is a fact that somebody reacts to. */
async function commitQuestion(
  ctx: RequestCtx,
  statement: ReturnType<typeof decideSharing>,
  facts: Parameters<typeof commitWithEvents>[2],
) {
  if (facts.length > 0) return commitWithEvents(ctx, [statement], facts);
  return { rows: await commit(ctx.db, [statement]) };
}
