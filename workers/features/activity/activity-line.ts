/** Which events the activity feed tells of, whose they are, and who may see them. */
import type { Visibility } from "#shared/activity.ts";
import { type DomainEvent, isEvent } from "#shared/events.ts";
import type { CohortId, UserId } from "#shared/ids.ts";
import type { FeedItem } from "#shared/protocol/server-frames.ts";
import type { Subject } from "#shared/vocabulary.ts";

type LineOf<T extends FeedItem["type"]> = {
  type: T;
  props: Extract<FeedItem, { type: T }>["props"];
  actorId: UserId;
  /** The subject it belongs to, and whose cohorts it stands in; null: all of the person's. */
  subject: Subject | null;
  /** Where it stands in one cohort only. */
  cohortId?: CohortId;
  visibility: Visibility;
};
export type ActivityLine = { [T in FeedItem["type"]]: LineOf<T> }[FeedItem["type"]];

const toAll = { visibility: "public" } as const;

/** Null where there is nothing to tell: guests have no feed, and a held run stays hidden. */
export function activityLine(event: DomainEvent): ActivityLine | null {
  if (isEvent(event, "challenge.decided")) return challengeLine(event);
  const actorId = event.userId;
  return actorId === null ? null : ownLine(event, actorId);
}

function ownLine(event: DomainEvent, actorId: UserId): ActivityLine | null {
  if (isEvent(event, "cohort.joined")) {
    const { cohortId } = event.props;
    const here = { subject: null, cohortId, visibility: "cohort" } as const;
    return { type: "friend_joined", actorId, ...here, props: {} };
  }
  if (isEvent(event, "achievement.unlocked")) {
    return { type: "achievement_unlocked", actorId, subject: null, props: event.props, ...toAll };
  }
  if (isEvent(event, "streak.reached")) {
    return { type: "streak_milestone", actorId, subject: null, props: event.props, ...toAll };
  }
  if (isEvent(event, "level.reached")) {
    return { type: "level_up", actorId, subject: null, props: event.props, ...toAll };
  }
  return subjectLine(event, actorId);
}

function subjectLine(event: DomainEvent, actorId: UserId): ActivityLine | null {
  if (isEvent(event, "deck.completed")) {
    const { deckId, score, total, subject, flagged } = event.props;
    if (flagged) return null;
    const props = { deckId, score, total };
    return { type: "quiz_completed", actorId, subject, props, ...toAll };
  }
  if (isEvent(event, "best.beaten")) {
    const { deckId, score, total, subject } = event.props;
    return { type: "high_score", actorId, subject, props: { deckId, score, total }, ...toAll };
  }
  if (isEvent(event, "rank.reached")) {
    const { subject, period, top } = event.props;
    const props = { subject, period, top };
    return { type: "leaderboard_rank", actorId, subject, props, ...toAll };
  }
  return null;
}

/** Only who won is told of; a draw is for the two of them. */
function challengeLine({ userId, props }: DomainEvent<"challenge.decided">): ActivityLine | null {
  const { winner, inviterId, inviteeScore, inviterScore, deckId, subject, total } = props;
  if (winner === "nobody") return null;
  const invited = winner === "invitee";
  const actorId = invited ? userId : inviterId;
  if (actorId === null) return null;
  const score = invited ? inviteeScore : inviterScore;
  const rivalScore = invited ? inviterScore : inviteeScore;
  const scores = { deckId, score, rivalScore, total };
  return { type: "challenge_won", actorId, subject, props: scores, ...toAll };
}
