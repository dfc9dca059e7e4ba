/** Records a finished run, rebuilds the person's progress, and tells what is new, each thing once. */
import { streakMilestones } from "#shared/achievements.ts";
import type { DomainEvent, FactName } from "#shared/events.ts";
import type { VisitorId } from "#shared/ids.ts";
import type { Ctx } from "../../platform/context.ts";
import { commitWithEvents, type FactInput, type GuardedEvent } from "../../platform/event-log.ts";
import { decideChallenge } from "./challenge.ts";
import { isDecidedBy, type OpenChallenge, storeChallenge } from "./challenges.repo.ts";
import { levelOf } from "./level.ts";
import {
  addEntry,
  commitQuietly,
  type History,
  insertMarks,
  isMarked,
  type Mark,
  readHistory,
  storeProgress,
} from "./progress.repo.ts";
import { progressOf } from "./progress.ts";

type Change = Parameters<typeof commitWithEvents>[1][number];
interface Changes {
  statements: Change[];
  facts: GuardedEvent[];
}

/** Idempotent by the event, in any order. A held run gives no progress and decides nothing. */
export async function recordPractice(
  ctx: Ctx,
  event: DomainEvent<"deck.completed">,
): Promise<void> {
  if (event.props.flagged) return;
  const history = await addEntry(ctx.db, event);
  const told = progressChanges(ctx, event, history);
  const { challenge } = history;
  const decided = challenge ? challengeChanges(ctx, event, challenge) : null;
  await commitAll(ctx, [told, ...(decided ? [decided] : [])]);
}

/** Builds a person's progress from all entries: for what a guest did before, or another zone. */
export async function recordProgress(
  ctx: Ctx,
  person: { visitorId: VisitorId; occurredAt: number },
): Promise<void> {
  const history = await readHistory(ctx.db, person.visitorId);
  if (history.runs.length > 0) await commitAll(ctx, [progressChanges(ctx, person, history)]);
}

/** Without facts there is nothing but the progress itself to store. */
async function commitAll(ctx: Ctx, changes: readonly Changes[]): Promise<void> {
  const statements = changes.flatMap((change) => change.statements);
  const facts = changes.flatMap((change) => change.facts);
  const [only] = statements;
  if (!only) return;
  if (facts.length > 0) await commitWithEvents(ctx, statements, facts);
  else await commitQuietly(ctx.db, only);
}

interface Occasion {
  visitorId: VisitorId;
  /** Milliseconds since 1970; the facts carry it. */
  occurredAt: number;
}

/** Nothing for a guest: there is nobody yet whose progress it were. */
function progressChanges(ctx: Ctx, occasion: Occasion, history: History): Changes {
  const { userId, runs, zones, marks } = history;
  if (userId === null) return { statements: [], facts: [] };
  const { visitorId } = occasion;
  const { progress, beaten } = progressOf(runs, zones);
  const fresh: { mark: Mark; event: DomainEvent }[] = [];
  const tell = <N extends FactName>(
    kind: Mark["kind"],
    key: string,
    name: N,
    props: FactInput<N>["props"],
  ): void => {
    if (marks.has(`${kind} ${key}`)) return;
    const event = dated(ctx.events.fact(name, { visitorId, userId, props }), occasion);
    fresh.push({ mark: { kind, key, eventId: event.eventId }, event });
  };
  for (const { achievement } of progress.achievements) {
    tell("achievement", achievement, "achievement.unlocked", { achievement });
  }
  for (const days of streakMilestones) {
    if (progress.streak.longest >= days) tell("streak", `${days}`, "streak.reached", { days });
  }
  for (let level = 2; level <= levelOf(progress.points).level; level++) {
    tell("level", `${level}`, "level.reached", { level });
  }
  for (const { run } of beaten) {
    const { eventId, at: _, ...props } = run;
    tell("best", eventId, "best.beaten", props);
  }
  const store = storeProgress(visitorId, progress, runs.length + zones.length);
  const newMarks = fresh.map(({ mark }) => mark);
  return {
    statements: [store, ...(newMarks.length > 0 ? [insertMarks(visitorId, newMarks)] : [])],
    facts: fresh.map(({ mark, event }) => ({ event, onlyIf: isMarked(visitorId, mark) })),
  };
}

function challengeChanges(
  ctx: Ctx,
  event: DomainEvent<"deck.completed">,
  open: OpenChallenge,
): Changes {
  const { runId, deckId, subject, score, total } = event.props;
  const winner = decideChallenge(open, event.props);
  const { inviterId, inviterVisitorId, linkId } = open;
  const fact = ctx.events.fact("challenge.decided", {
    visitorId: event.visitorId,
    userId: event.userId,
    loop: event.loop,
    linkId,
    inviterVisitorId,
    props: {
      ...{ runId, deckId, subject, inviterId, winner, total },
      inviterScore: open.score,
      inviteeScore: score,
    },
  });
  return {
    statements: [storeChallenge(open, event, { winner, eventId: fact.eventId })],
    facts: [
      {
        event: dated(fact, event),
        onlyIf: isDecidedBy(linkId, event.visitorId, fact.eventId),
      },
    ],
  };
}

/** The fact happened when its occasion did, whenever we learn of it. */
function dated<E extends DomainEvent>(event: E, { occurredAt }: Occasion): E {
  return { ...event, occurredAt };
}
