/** Tells a person by mail that the account has a new passkey or token. */
import type { Id } from "#shared/ids.ts";
import type { RequestCtx } from "../../platform/context.ts";
import { mailerOf } from "../../platform/mailer.ts";
import { type AddedAccess, accessAddedWords } from "./mail-words.ts";

/** After the answer; a failure is logged, since the passkey or token stands already. */
export function tellOwner(
  ctx: RequestCtx,
  ownerEmail: string,
  { access, id }: { access: AddedAccess; id: Id<"pkey" | "pat"> },
): void {
  const words = accessAddedWords({ access, link: `${ctx.config.APP_URL}/settings/security` });
  const sending = mailerOf(ctx).send({ to: ownerEmail, ...words, idempotencyKey: id });
  ctx.waitUntil(
    sending.catch((error: unknown) => ctx.log.error("security mail failed", error, { id })),
  );
}
