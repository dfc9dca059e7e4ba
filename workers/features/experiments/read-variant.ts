/** Tells which variant a person sees, and stores the exposure at the first use. */
import type { Assignments } from "#shared/experiments.ts";
import type { VisitorId } from "#shared/ids.ts";
import type { Subject } from "#shared/vocabulary.ts";
import { type RequestCtx, requirePerson } from "../../platform/context.ts";
import {
  type Evaluation,
  type ExperimentDefinition,
  evaluateExperiment,
} from "../../platform/definitions.ts";
import { commitWithEvents } from "../../platform/event-log.ts";
import { subjectedOf } from "../../platform/flags.ts";
import { keepAssignments, readAssignments } from "./assignment-cookie.ts";
import {
  assignAccount,
  insertExposure,
  type NewExposure,
  selectExposure,
  wasExposedBy,
} from "./exposures.repo.ts";

/**
 * No round trip but for the first use, which is one. Crawlers see the control and are not counted.
 * What was stored first stands, also where the cookie was lost and the weights have changed since.
 */
export async function readVariant(
  ctx: RequestCtx,
  input: { key: string; subject?: Subject | undefined },
): Promise<Evaluation<string>> {
  const actor = requirePerson(ctx);
  const person = subjectedOf(actor, input.subject ?? null);
  const { experiments } = await ctx.flags.definitions();
  const experiment = experiments[input.key];
  if (!person || !experiment) return absent(actor.visitorId);
  if (ctx.request.bot) return { ...absent(actor.visitorId), value: controlOf(experiment) };
  const secret = ctx.config.COOKIE_SECRET;
  const kept = await readAssignments(ctx.cookies, secret, person.id);
  const ofAccount = actor.kind === "member" ? actor.assignments?.[input.key] : undefined;
  const found = evaluateExperiment(experiment, person, kept[input.key] ?? ofAccount);
  if (found.variant === null || kept[input.key]) return found;
  const { variant } = found;
  const { phase } = experiment;
  const standing = ofAccount ?? (await recordExposure(ctx, { key: input.key, variant, phase }));
  await keepAssignments(ctx.cookies, secret, person.id, { ...kept, [input.key]: standing });
  return standing.variant === variant ? found : evaluateExperiment(experiment, person, standing);
}

function absent(id: VisitorId): Evaluation<string> {
  return evaluateExperiment(
    undefined,
    { id, persona: null, minor: null, subject: null },
    undefined,
  );
}

function controlOf(experiment: ExperimentDefinition): string {
  return experiment.variants[0]?.key ?? "control";
}

/** One round trip: the exposure and its fact, once for each person; answers what stands. */
async function recordExposure(
  ctx: RequestCtx,
  { key: experimentKey, variant, phase }: { key: string; variant: string; phase: number },
): Promise<Assignments[string]> {
  const actor = requirePerson(ctx);
  const event = ctx.events.fact("exp.exposed", {
    visitorId: actor.visitorId,
    userId: actor.kind === "member" ? actor.userId : null,
    linkId: ctx.attribution?.linkId ?? null,
    loop: ctx.attribution?.loop ?? null,
    props: { experimentKey, variant, phase },
  });
  const exposure: NewExposure = {
    experimentKey,
    visitorId: actor.visitorId,
    variant,
    phase,
    eventId: event.eventId,
    at: new Date(ctx.clock.now()),
  };
  const { rows } = await commitWithEvents(
    ctx,
    [insertExposure(exposure), assignAccount(exposure), selectExposure(exposure)],
    [{ event, onlyIf: wasExposedBy(exposure) }],
  );
  const stored = rows[2]?.[0];
  return stored
    ? { variant: String(stored["variant"]), phase: Number(stored["phase"]) }
    : { variant, phase };
}
