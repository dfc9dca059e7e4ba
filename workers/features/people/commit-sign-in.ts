/** The one transaction of a sign-in: request used, account made, session begun, fact written. */
import type { VisitorId } from "#shared/ids.ts";
import type { RequestCtx } from "../../platform/context.ts";
import { commitWithEvents } from "../../platform/event-log.ts";
import {
  adoptChildren,
  claimVisitor,
  commit,
  endSession,
  insertAccount,
  insertSession,
  type Statement,
  takenKey,
} from "./accounts.repo.ts";
import { newAlias } from "./alias.ts";
import { mailGuardian, newGuardianQuestion } from "./ask-guardian.ts";
import { askGuardian, askGuardianAgain } from "./guardian.repo.ts";
import { isJoining, type JoiningPerson, newAccount } from "./new-account.ts";
import { newSession } from "./open-session.ts";
import {
  type FoundPendingJoin,
  findPendingJoin,
  isUsedBy,
  type PendingJoin,
  takePendingJoin,
} from "./pending-joins.repo.ts";
import type { SessionRow, UserRow } from "./sessions.repo.ts";

export interface SignedIn {
  user: UserRow;
  session: SessionRow;
  joined: boolean;
}

/** So often may an alias or a parallel request be in the way. */
const maxAttempts = 8;

/** Null when another confirmation of the same request was first. */
export async function commitSignIn(
  ctx: RequestCtx,
  first: FoundPendingJoin,
): Promise<SignedIn | null> {
  let found: FoundPendingJoin | null = first;
  let visitorId = first.pending.visitorId;
  for (let attempt = 1; found; attempt++) {
    try {
      if (found.user) return await signInKnown(ctx, found.pending, found.user);
      return isJoining(found.pending) ? await signInNew(ctx, found.pending, visitorId) : null;
    } catch (error) {
      const taken = takenKey(error);
      if (!taken || attempt === maxAttempts) throw error;
      // The browser belongs to another account already: this person begins with a fresh id.
      if (taken === "visitor") visitorId = ctx.ids.next("vis");
      if (taken === "email") {
        found = await findPendingJoin(ctx.db, { joinId: first.pending.id }, ctx.clock.now());
      }
    }
  }
  return null;
}

async function signInKnown(
  ctx: RequestCtx,
  pending: PendingJoin,
  user: UserRow,
): Promise<SignedIn | null> {
  const session = newSession(ctx, user.id);
  const statements = [takePendingJoin(pending.id, session.id, ctx.clock.now())];
  statements.push(...beginSession(ctx, pending, session));
  const question =
    user.guardianState === "pending" ? await newGuardianQuestion(ctx, user.id) : null;
  if (question) statements.push(askGuardianAgain(question, isUsedBy(pending.id, session.id)));
  const rows = await commit(ctx.db, statements);
  if (rows[0]?.length !== 1) return null;
  const guardianEmail = question && rows.at(-1)?.[0]?.["guardian_email"];
  if (question && typeof guardianEmail === "string") {
    await mailGuardian(ctx, question, { guardianEmail, childAlias: user.alias });
  }
  return { user, session, joined: false };
}

async function signInNew(
  ctx: RequestCtx,
  pending: JoiningPerson,
  visitorId: VisitorId,
): Promise<SignedIn | null> {
  const now = ctx.clock.now();
  const chosen = { userId: ctx.ids.next("user"), visitorId, alias: newAlias() };
  const user: UserRow = newAccount(pending, chosen, now);
  const session = newSession(ctx, user.id);
  const ours = isUsedBy(pending.id, session.id);
  const joined = ctx.events.fact("person.joined", {
    visitorId,
    userId: user.id,
    loop: pending.loop,
    linkId: pending.linkId,
    props: { persona: pending.persona },
  });
  const question =
    user.guardianState === "pending" ? await newGuardianQuestion(ctx, user.id) : null;
  const statements = [
    takePendingJoin(pending.id, session.id, now),
    insertAccount(user, ours),
    ...beginSession(ctx, { ...pending, visitorId }, session),
    ...(user.persona === "parent" ? [adoptChildren(user, ours)] : []),
    ...(question ? [askGuardian(question, pending.guardianEmail ?? "", ours)] : []),
  ];
  const { rows } = await commitWithEvents(ctx, statements, [{ event: joined, onlyIf: ours }]);
  if (rows[0]?.length !== 1) return null;
  if (question && pending.guardianEmail) {
    const { guardianEmail } = pending;
    await mailGuardian(ctx, question, { guardianEmail, childAlias: user.alias });
  }
  return { user, session, joined: true };
}

/** The person's new session, the end of this browser's old one, and the browsers they used. */
function beginSession(ctx: RequestCtx, pending: PendingJoin, session: SessionRow): Statement[] {
  const { actor } = ctx;
  const ours = isUsedBy(pending.id, session.id);
  const asking = { id: pending.visitorId, linkId: pending.linkId };
  const confirming =
    actor.kind === "guest" && !ctx.request.bot && actor.visitorId !== pending.visitorId
      ? [{ id: actor.visitorId, linkId: null }]
      : [];
  return [
    ...(actor.kind === "member" && actor.sessionId ? [endSession(actor.sessionId, ours)] : []),
    insertSession(session, ours),
    ...[asking, ...confirming].map((browser) =>
      claimVisitor({ ...browser, userId: session.userId, at: pending.createdAt }, ours),
    ),
  ];
}
