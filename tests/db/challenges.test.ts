/** Buddy challenges on a real database: decided once, seen from both sides. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import { createPracticeStage } from "#tests/support/practice-stage.ts";

const stage = createPracticeStage();
const { join, completed, react, mine, factsOf, challengeOf } = stage;
beforeAll(stage.start);
afterAll(stage.stop);

describe("a buddy challenge", () => {
  it("is won by the higher score, and both see it from their side", async () => {
    const [inviter, invitee] = [await join(), await join()];
    const linkId = await challengeOf(inviter);
    const run = completed(invitee, { score: 5, durationMs: 70_000 }, { linkId });
    await react(run);
    const tries = {
      theirs: { score: 4, durationMs: 60_000 },
      own: { score: 5, durationMs: 70_000 },
    };
    expect((await mine(invitee)).challenges).toMatchObject({
      ...{ won: 1, lost: 0 },
      latest: [
        {
          outcome: "won",
          you: tries.own,
          rival: { ...tries.theirs, alias: inviter.alias },
          runId: run.props.runId,
        },
      ],
    });
    expect((await mine(inviter)).challenges).toMatchObject({
      ...{ won: 0, lost: 1 },
      latest: [
        { outcome: "lost", you: tries.theirs, rival: { alias: invitee.alias }, runId: null },
      ],
    });
    expect((await factsOf(invitee.visitorId))["challenge.decided invitee"]).toBe(1);
  });

  it("is decided once by twenty parallel deliveries, and by time where scores are equal", async () => {
    const [inviter, invitee] = [await join(), await join()];
    const linkId = await challengeOf(inviter);
    const event = completed(invitee, { score: 4, durationMs: 60_001 }, { linkId });
    await Promise.all(Array.from({ length: 20 }, () => react(event)));
    expect((await mine(inviter)).challenges).toMatchObject({ won: 1, lost: 0, drawn: 0 });
    expect((await factsOf(invitee.visitorId))["challenge.decided inviter"]).toBe(1);
  });

  it("is decided by the first run, also when a later one is delivered before it", async () => {
    const [inviter, invitee] = [await join(), await join()];
    const linkId = await challengeOf(inviter);
    const first = completed(invitee, { score: 2 }, { linkId, daysAgo: 0.5 });
    const second = completed(invitee, { score: 5 }, { linkId });
    await react(second, first, second);
    expect((await mine(invitee)).challenges).toMatchObject({ won: 0, lost: 1 });
    const facts = Object.entries(await factsOf(invitee.visitorId));
    expect(facts.filter(([what]) => what.startsWith("challenge.decided"))).toHaveLength(1);
  });

  it("shows the inviter a guest's run without a name, and the guest's own after joining", async () => {
    const inviter = await join();
    const visitorId = newId("vis", stage.clock.now());
    await react(
      completed(
        { visitorId },
        { score: 4, durationMs: 60_000 },
        { linkId: await challengeOf(inviter) },
      ),
    );
    const seen = (await mine(inviter)).challenges;
    expect(seen).toMatchObject({ drawn: 1, latest: [{ rival: { alias: null } }] });
    const invitee = await join({ visitorId });
    expect((await mine(invitee)).challenges.drawn).toBe(1);
  });

  it("is not decided by the inviter, another deck, a held run or a link that was revoked", async () => {
    const [inviter, invitee] = [await join(), await join()];
    const linkId = await challengeOf(inviter);
    const revoked = await challengeOf(inviter, { revokedAt: new Date(stage.clock.now() - 1_000) });
    await react(
      completed(inviter, {}, { linkId }),
      completed(invitee, { deckId: "alg-expressions" }, { linkId }),
      completed(invitee, { flagged: true }, { linkId }),
      completed(invitee, {}, { linkId: revoked }),
    );
    expect((await mine(inviter)).challenges).toMatchObject({ won: 0, lost: 0, drawn: 0 });
  });
});
