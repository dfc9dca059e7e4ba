/** Which events become a line of the cohorts' feed, whose it is, and in which cohorts it stands. */
import { type DomainEvent, isEvent } from "#shared/events.ts";
import type { UserId } from "#shared/ids.ts";
import type { FeedItem } from "#shared/protocol/server-frames.ts";
import type { Subject } from "#shared/vocabulary.ts";

type LineOf<T extends FeedItem["type"]> = {
  type: T;
  props: Extract<FeedItem, { type: T }>["props"];
  actorId: UserId;
  /** The cohorts of that subject; null for all of the person's cohorts. */
  subject: Subject | null;
};
export type FeedLine = { [T in FeedItem["type"]]: LineOf<T> }[FeedItem["type"]];

/** Null where there is nothing to show: guests are in no cohort, and a held run stays hidden. */
export function feedLine(event: DomainEvent): FeedLine | null {
  if (isEvent(event, "challenge.decided")) return challengeLine(event);
  const actorId = event.userId;
  return actorId === null ? null : ownLine(event, actorId);
}

function ownLine(event: DomainEvent, actorId: UserId): FeedLine | null {
  if (isEvent(event, "deck.completed")) {
    const { deckId, score, total, subject, flagged } = event.props;
    if (flagged) return null;
    return { type: "quiz_completed", actorId, subject, props: { deckId, score, total } };
  }
  if (isEvent(event, "best.beaten")) {
    const { deckId, score, total, subject } = event.props;
    return { type: "high_score", actorId, subject, props: { deckId, score, total } };
  }
  if (isEvent(event, "achievement.unlocked")) {
    return { type: "achievement_unlocked", actorId, subject: null, props: event.props };
  }
  if (isEvent(event, "streak.reached")) {
    return { type: "streak_milestone", actorId, subject: null, props: event.props };
  }
  if (isEvent(event, "rank.reached")) {
    const { subject, period, top } = event.props;
    return { type: "leaderboard_rank", actorId, subject, props: { subject, period, top } };
  }
  if (isEvent(event, "level.reached")) {
    return { type: "level_up", actorId, subject: null, props: event.props };
  }
  return null;
}

/** Only who won is told of; a draw is for the two of them. */
function challengeLine({ userId, props }: DomainEvent<"challenge.decided">): FeedLine | null {
  const { winner, inviterId, inviteeScore, inviterScore, deckId, subject, total } = props;
  if (winner === "nobody") return null;
  const invited = winner === "invitee";
  const actorId = invited ? userId : inviterId;
  if (actorId === null) return null;
  const score = invited ? inviteeScore : inviterScore;
  const rivalScore = invited ? inviterScore : inviteeScore;
  return { type: "challenge_won", actorId, subject, props: { deckId, score, rivalScore, total } };
}
