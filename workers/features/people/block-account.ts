/** An admin blocks an account, or lifts that. */
import { AppError } from "../../platform/app-error.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { commitWithEvents } from "../../platform/event-log.ts";
import { endAllSessions, findByAddress, isChangedHere, setBlocked } from "./accounts.repo.ts";

/**
 * Two round trips. A block ends every session in the same transaction; tokens and passkeys stay,
 * and open nothing meanwhile. A change is a fact, a repetition none. NOT_FOUND without such an
 * account, FORBIDDEN for one's own.
 */
export async function blockAccount(
  ctx: RequestCtx,
  input: { email: string; blocked: boolean },
): Promise<{ status: "kept"; alias: string }> {
  const { userId: adminId } = requireMember(ctx);
  const account = await findByAddress(ctx.db, input.email);
  if (!account) throw new AppError("NOT_FOUND");
  if (account.id === adminId) throw new AppError("FORBIDDEN");
  const { id: userId, visitorId, alias } = account;
  const name = input.blocked ? "account.blocked" : "account.unblocked";
  const event = ctx.events.fact(name, { visitorId, userId, props: { adminId } });
  await commitWithEvents(
    ctx,
    [
      setBlocked(userId, input.blocked, ctx.clock.now()),
      ...(input.blocked ? [endAllSessions(userId)] : []),
    ],
    [{ event, onlyIf: isChangedHere(userId) }],
  );
  return { status: "kept", alias };
}
