import { describe, expect, it } from "vitest";
import type { DomainEvent, EventName, EventProps } from "#shared/events.ts";
import { newId } from "#shared/ids.ts";
import { noticesOf } from "./notice.ts";

const now = 1_790_000_000_000;
const [me, other] = [newId("user", now), newId("user", now)];

function event<N extends EventName>(
  name: N,
  props: EventProps<N>,
  userId: DomainEvent["userId"] = me,
): DomainEvent {
  const ids = { eventId: newId("evt", now), visitorId: newId("vis", now), userId };
  const rest = { sessionId: null, loop: null, linkId: null, inviterVisitorId: null };
  const times = { schemaVersion: 1 as const, occurredAt: now, receivedAt: now };
  return { ...ids, ...rest, ...times, name, props } as DomainEvent;
}

describe("noticesOf", () => {
  it("tells the inviter of a join, and not who it was", () => {
    const notices = noticesOf(event("invite.joined", { inviterId: other }));
    expect(notices).toEqual([{ userId: other, type: "invite_joined", props: {} }]);
  });

  it("tells the challenger both scores", () => {
    const run = { runId: newId("run", now), deckId: "bio-cells", subject: "biology" as const };
    const scores = { inviterScore: 3, inviteeScore: 4, total: 5 };
    const decided = { ...run, ...scores, inviterId: other, winner: "invitee" as const };
    expect(noticesOf(event("challenge.decided", decided))).toEqual([
      {
        userId: other,
        type: "challenge_decided",
        props: { deckId: "bio-cells", yours: 3, theirs: 4, total: 5 },
      },
    ]);
  });

  it("tells both of a friendship", () => {
    const notices = noticesOf(event("friends.made", { friendId: other }));
    expect(notices.map(({ userId }) => userId)).toEqual([me, other]);
  });

  it("tells whether held points count; nobody where they are a guest's", () => {
    const entry = { entryId: newId("evt", now), subject: "algebra" as const, points: 40 };
    const reviewed = { ...entry, verdict: "rejected" as const, reviewerId: other };
    const [notice] = noticesOf(event("points.reviewed", reviewed));
    expect(notice).toMatchObject({ userId: me, props: { points: 40, counted: false } });
    expect(noticesOf(event("points.reviewed", reviewed, null))).toEqual([]);
  });

  it("tells a child what the guardian decided, and nobody of anything else", () => {
    expect(noticesOf(event("person.admitted", {}))[0]?.type).toBe("guardian_agreed");
    expect(noticesOf(event("sharing.withdrawn", {}))[0]?.type).toBe("sharing_stopped");
    expect(noticesOf(event("person.renamed", {}))).toEqual([]);
  });
});
