/** A guardian and the friendships of a child: told once by mail, and able to end each. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFakeKv } from "#tests/support/fake-kv.ts";
import { callFriends, createFriendStage } from "#tests/support/friend-stage.ts";
import { friendsReact } from "#workers/features/friends/friends.events.ts";
import type { FriendshipId } from "#workers/features/friends/friendship.ts";
import type { Member } from "#workers/platform/actor.ts";
import { readMailbox } from "#workers/platform/mailer.ts";

const stage = createFriendStage();
const { as, childOf, clock, context, join, inviteJoined, openId, states } = stage;
beforeAll(stage.start);
afterAll(stage.stop);

describe("a minor's guardian", () => {
  const kv = createFakeKv(clock.now);
  const mailsTo = (person: Member) => readMailbox(kv, `${person.userId}@people.test`);

  /** The child's yes, and what comes after the answer. */
  async function accept(child: Member, id: FriendshipId) {
    const { ctx, settle } = context({ actor: child, kv });
    await callFriends(ctx).answer({ id, answer: "accept" });
    await settle();
  }

  /** A child of that guardian who said yes to an offer, and the friend. */
  async function childWaits(guardian: Member) {
    const child = await childOf(guardian);
    const friend = await join();
    await friendsReact(context().ctx, inviteJoined(child, friend.userId));
    const id = await openId(child);
    return { child, friend, id, saying: () => accept(child, id) };
  }

  it("is mailed once that a friendship waits, by the child's alias only", async () => {
    const guardian = await join({ persona: "parent", role: "parent" });
    const { child, friend, saying } = await childWaits(guardian);
    await Promise.all(Array.from({ length: 5 }, saying));
    const mails = await mailsTo(guardian);
    expect(mails).toHaveLength(1);
    const text = JSON.stringify(mails);
    expect(text).toContain(child.alias);
    expect(text).not.toContain(friend.alias);
    expect(text).not.toContain(child.userId);
  });

  it("is mailed three times a day for one child at most", async () => {
    const guardian = await join({ persona: "parent", role: "parent" });
    const child = await childOf(guardian);
    for (let index = 0; index < 5; index++) {
      const friend = await join();
      await friendsReact(context().ctx, inviteJoined(child, friend.userId));
      const { open } = await as(child).list({});
      const id = open.find(({ alias }) => alias === friend.alias)?.id ?? (await openId(child));
      await accept(child, id);
    }
    expect(await mailsTo(guardian)).toHaveLength(3);
  });

  it("ends a friendship that stands; a stranger and a session that is over cannot", async () => {
    const guardian = await join({ persona: "parent", role: "parent" });
    const { child, friend, id, saying } = await childWaits(guardian);
    await saying();
    await as(friend).answer({ id, answer: "accept" });
    expect(await as(guardian).answerForChild({ id, answer: "consented" })).toEqual({
      status: "friends",
    });
    const { friends } = await as(guardian).forGuardian({});
    expect(friends).toMatchObject([{ id, childAlias: child.alias, friendAlias: friend.alias }]);
    expect(JSON.stringify(friends)).not.toMatch(/(user|vis)_/);
    const other = await join({ persona: "parent", role: "parent" });
    const revoked = { ...guardian, sessionId: context().ctx.ids.next("sess") };
    for (const nobody of [other, revoked]) {
      await expect(as(nobody).endForChild({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await as(guardian).endForChild({ id });
    expect(await states(child)).toEqual([]);
    expect((await as(guardian).forGuardian({})).friends).toEqual([]);
  });
});
