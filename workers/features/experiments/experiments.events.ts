/** What experiments do when an event happens: accounts keep their variants, admins are told. */
import { type DomainEvent, isEvent } from "#shared/events.ts";
import { loopNames } from "#shared/vocabulary.ts";
import type { Ctx } from "../../platform/context.ts";
import { mailerOf } from "../../platform/mailer.ts";
import { adoptExposures } from "./exposures.repo.ts";
import { listAdmins } from "./guardrails.repo.ts";

/** Idempotent by event id: the mails carry it as their key. */
export async function experimentsReact(ctx: Ctx, event: DomainEvent): Promise<void> {
  if (isEvent(event, "person.joined") && event.userId) return adoptExposures(ctx.db, event.userId);
  if (isEvent(event, "guardrail.tripped")) return tellAdmins(ctx, event);
}

async function tellAdmins(ctx: Ctx, event: DomainEvent<"guardrail.tripped">): Promise<void> {
  const { experimentKey, metric } = event.props;
  const loop = event.loop ? loopNames[event.loop] : "A loop";
  const page = `${ctx.config.APP_URL}/admin/experiments/${experimentKey}`;
  const subject = `${loop} was turned off`;
  const text = `${loop} was turned off because the guardrail "${metric}" of the experiment "${experimentKey}" was broken.\n\nMessages that were waiting in it are cancelled. It stays off until an admin turns its flag on again.\n\n${page}\n`;
  const html = text
    .split("\n\n")
    .map((part) => `<p>${part.replaceAll('"', "&quot;").trim()}</p>`)
    .join("");
  const mailer = mailerOf(ctx);
  const admins = await listAdmins(ctx.db);
  await Promise.all(
    admins.map(({ userId, email }) =>
      mailer.send({ to: email, subject, text, html, idempotencyKey: `${event.eventId}:${userId}` }),
    ),
  );
}
