/** Tells a person by mail that the account has a new passkey or token. */
import type { Id, UserId } from "#shared/ids.ts";
import type { RequestCtx } from "../../platform/context.ts";
import { mailerOf } from "../../platform/mailer.ts";
import { findAccount } from "./accounts.repo.ts";
import { type AddedAccess, accessAddedWords } from "./mail-words.ts";

/** After the answer; a failure is logged, since the passkey or token stands already. */
export function tellOwner(
  ctx: RequestCtx,
  added: { userId: UserId; access: AddedAccess; id: Id<"pkey" | "pat"> },
): void {
  ctx.waitUntil(
    mailOwner(ctx, added).catch((error: unknown) => {
      ctx.log.error("security mail failed", error, { userId: added.userId });
    }),
  );
}

async function mailOwner(
  ctx: RequestCtx,
  { userId, access, id }: { userId: UserId; access: AddedAccess; id: string },
): Promise<void> {
  const account = await findAccount(ctx.db, userId);
  if (!account) return;
  const words = accessAddedWords({ access, link: `${ctx.config.APP_URL}/settings/security` });
  await mailerOf(ctx).send({ to: account.email, ...words, idempotencyKey: id });
}
