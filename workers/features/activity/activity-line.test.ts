/** Checks which events the feed tells of, and under whose name. */
import { expect, it } from "vitest";
import type { DomainEvent, EventName, EventProps } from "#shared/events.ts";
import { newId } from "#shared/ids.ts";
import { activityLine } from "./activity-line.ts";

const invitee = newId("user", 1);
const inviterId = newId("user", 2);
const about = { runId: newId("run", 1), deckId: "geo-area", subject: "geometry" } as const;

function event<N extends EventName>(
  name: N,
  props: EventProps<N>,
  userId = invitee as string | null,
) {
  return { name, props, userId } as unknown as DomainEvent;
}

const decided = (winner: "inviter" | "invitee" | "nobody", userId: string | null = invitee) =>
  event(
    "challenge.decided",
    { ...about, inviterId, winner, inviterScore: 3, inviteeScore: 4, total: 5 },
    userId,
  );

it("tells a challenge under the winner's name with the winner's score first", () => {
  expect(activityLine(decided("invitee"))).toMatchObject({
    actorId: invitee,
    props: { score: 4, rivalScore: 3 },
  });
  expect(activityLine(decided("inviter", null))).toMatchObject({ actorId: inviterId });
});

it("tells nothing of a draw, of a guest who won, or of a held run", () => {
  expect(activityLine(decided("nobody"))).toBeNull();
  expect(activityLine(decided("invitee", null))).toBeNull();
  const run = { ...about, score: 5, total: 5, durationMs: 900, flagged: true };
  expect(activityLine(event("deck.completed", run))).toBeNull();
  expect(activityLine(event("deck.completed", { ...run, flagged: false }, null))).toBeNull();
});

it("shows what belongs to a subject in that subject's cohorts, and the rest in all", () => {
  const best = { ...about, score: 4, total: 5, durationMs: 1 };
  expect(activityLine(event("best.beaten", best))?.subject).toBe("geometry");
  const rank = { period: "weekly", periodStart: "2026-11-16", top: 10 } as const;
  expect(activityLine(event("rank.reached", { ...rank, subject: "geometry" }))).toMatchObject({
    type: "leaderboard_rank",
    subject: "geometry",
  });
  expect(activityLine(event("level.reached", { level: 2 }))?.subject).toBeNull();
  expect(activityLine(event("streak.reached", { days: 7 }))?.type).toBe("streak_milestone");
  const achievement = { achievement: "comeback" } as const;
  expect(activityLine(event("achievement.unlocked", achievement))?.type).toBe(
    "achievement_unlocked",
  );
});

it("tells a cohort's members of who is new there, and nobody else", () => {
  const cohortId = newId("coh", 1);
  const joined = event("cohort.joined", { cohortId, subject: "geometry" });
  expect(activityLine(joined)).toMatchObject({
    type: "friend_joined",
    cohortId,
    visibility: "cohort",
    props: {},
  });
  expect(activityLine(event("friends.made", { friendId: inviterId }))).toBeNull();
});
