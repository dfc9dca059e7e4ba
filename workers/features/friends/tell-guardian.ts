/** Tells a minor's guardian by mail that a friendship waits for a yes. */
import type { UserId } from "#shared/ids.ts";
import type { Ctx } from "../../platform/context.ts";
import { compose } from "../../platform/letter.ts";
import { mailerOf } from "../../platform/mailer.ts";
import type { Acting } from "./agreements.repo.ts";
import type { FriendshipId } from "./friendship.ts";
import { noteTold } from "./told-guardians.repo.ts";

/**
 * After the answer. Once a request, and three a day of one child; a child without a linked guardian
 * waits until there is one. A failure is logged: the request stands on the family page.
 */
export function tellGuardian(
  ctx: Ctx,
  id: FriendshipId,
  pair: { me: UserId; other: UserId },
): void {
  const acting = { ...pair, now: ctx.clock.now() };
  ctx.waitUntil(
    mailGuardian(ctx, id, acting).catch((error: unknown) => {
      ctx.log.error("guardian mail failed", error, { userId: pair.me });
    }),
  );
}

async function mailGuardian(ctx: Ctx, id: FriendshipId, acting: Acting): Promise<void> {
  const told = await noteTold(ctx.db, acting);
  if (!told) return;
  const words = compose("A friendship of your child waits for you", [
    "Hello!",
    `${told.childAlias}, as your child is called on Vel Tutor, would like to be friends with somebody an invite brought together with your child. They are friends only if you agree.`,
    "Friends see each other's made-up name. They cannot write to each other.",
    { link: `${ctx.config.APP_URL}/family`, label: "Answer on the family page" },
  ]);
  const idempotencyKey = `${id}-${acting.me}-${acting.now}`;
  await mailerOf(ctx).send({ to: told.guardianEmail, ...words, idempotencyKey });
}
