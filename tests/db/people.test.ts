import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { pendingJoins, sessions, users, visitors } from "#db/schema/people.ts";
import type { Attribution } from "#shared/attribution.ts";
import { newId, toUuid, type UserId } from "#shared/ids.ts";
import {
  accountOf,
  call,
  callerOf,
  lastMail,
  minuteMs,
  signedInPerson,
  signIn,
  stagePeople,
  whoIs,
} from "#tests/support/people-stage.ts";

const stage = stagePeople();

const adult = () => ({ birthYear: stage.year - 30, persona: "student" as const });

async function joinedEvents(userId: UserId) {
  const answer = await stage.db.execute(sql`select e.*, d.delivered_at from events e
    join event_deliveries d on d.event_id = e.id
    where e.name = 'person.joined' and e.user_id = ${toUuid(userId)}::uuid`);
  return answer.rows;
}

describe("joining by the link", () => {
  it("in another browser keeps the visitor and the attribution of the one that asked", async () => {
    const email = stage.newEmail();
    const attribution: Attribution = {
      linkId: newId("link", stage.clock.now()),
      loop: "buddy_challenge",
      touchedAt: stage.clock.now(),
    };
    const asking = stage.browser({ attribution });
    const asked = await whoIs(asking);
    const confirming = stage.browser();
    const answer = await signIn(stage, email, { join: adult(), asking, confirming });
    expect(answer).toEqual({
      status: "signed_in",
      joined: true,
      returnTo: "/home",
      guardianState: "not_needed",
    });
    const user = await accountOf(stage, email);
    expect(asked).toEqual({ kind: "guest", visitorId: user.visitorId });
    expect(await whoIs(confirming)).toMatchObject({ kind: "member", userId: user.id });
    expect(await whoIs(asking)).toMatchObject({ kind: "guest" });
    const [event] = stage.delivered;
    expect(event).toMatchObject({
      name: "person.joined",
      userId: user.id,
      visitorId: user.visitorId,
      linkId: attribution.linkId,
      loop: "buddy_challenge",
      props: { persona: "student" },
    });
  });

  it("ties both browsers to the account", async () => {
    const [asking, confirming] = [stage.browser(), stage.browser()];
    const email = stage.newEmail();
    const guests = [await whoIs(asking), await whoIs(confirming)];
    await signIn(stage, email, { join: adult(), asking, confirming });
    const user = await accountOf(stage, email);
    const mine = await stage.db.select().from(visitors).where(eq(visitors.userId, user.id));
    const ids = guests.map((guest) => guest.kind === "guest" && guest.visitorId);
    expect(new Set(mine.map((visitor) => visitor.id))).toEqual(new Set(ids));
  });

  it("names the person by an alias, never by its address", async () => {
    const { user, email } = await signedInPerson(stage);
    expect(user.alias).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+ \d\d$/);
    expect(user.name).toBe("");
    expect(user).toMatchObject({ email, role: "student", emailVerified: true, shareConsent: true });
  });

  it("writes one fact, delivers it, and marks the delivery", async () => {
    const { user } = await signedInPerson(stage);
    const rows = await joinedEvents(user.id);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.["delivered_at"]).not.toBeNull();
    expect(stage.delivered).toHaveLength(1);
  });

  it("gives a second account of the same browser a visitor id of its own", async () => {
    const shared = stage.browser();
    const [first, second] = [stage.newEmail(), stage.newEmail()];
    await signIn(stage, first, { join: adult(), asking: shared });
    await call(shared, (people) => people.signOut());
    await signIn(stage, second, { join: adult(), asking: shared });
    const [a, b] = [await accountOf(stage, first), await accountOf(stage, second)];
    expect(a.visitorId).not.toBe(b.visitorId);
    const [browser] = await stage.db.select().from(visitors).where(eq(visitors.id, a.visitorId));
    expect(browser?.userId).toBe(a.id);
  });

  it("goes back to where the person came from, on this site only", async () => {
    for (const [returnTo, expected] of [
      ["/fvm/algebra-1?x=1", "/fvm/algebra-1?x=1"],
      ["//evil.test/", "/home"],
    ] as const) {
      const [email, asking] = [stage.newEmail(), stage.browser()];
      await call(asking, (p) => p.requestSignIn({ email, join: adult(), returnTo }));
      const { token } = await lastMail(stage, email);
      const answer = await call(asking, (people) => people.confirmSignIn({ token }));
      expect(answer).toMatchObject({ returnTo: expected });
    }
  });

  it("takes one round trip to ask and two to confirm", async () => {
    const [email, asking] = [stage.newEmail(), stage.browser({ subscriptions: {} })];
    const asked = await asking.ask((ctx) => callerOf(ctx).requestSignIn({ email, join: adult() }));
    const { token } = await lastMail(stage, email);
    const confirmed = await asking.ask((ctx) => callerOf(ctx).confirmSignIn({ token }));
    expect(confirmed.answer).toMatchObject({ joined: true });
    expect([asked.roundTrips, confirmed.roundTrips]).toEqual([1, 2]);
  });
});

describe("the link and the code", () => {
  it("work once: a replay finds the request expired", async () => {
    const [email, asking] = [stage.newEmail(), stage.browser()];
    await signIn(stage, email, { join: adult(), asking });
    const { token, code } = await lastMail(stage, email);
    const again = stage.browser();
    expect(await call(again, (p) => p.confirmSignIn({ token }))).toEqual({ status: "expired" });
    expect(await call(asking, (p) => p.confirmSignIn({ code }))).toEqual({ status: "expired" });
    expect(await whoIs(again)).toMatchObject({ kind: "guest" });
  });

  it("end after 15 minutes", async () => {
    const [email, asking] = [stage.newEmail(), stage.browser()];
    await call(asking, (people) => people.requestSignIn({ email, join: adult() }));
    const { token, code } = await lastMail(stage, email);
    stage.pass(15 * minuteMs);
    expect(await call(asking, (p) => p.confirmSignIn({ token }))).toEqual({ status: "expired" });
    expect(await call(asking, (p) => p.confirmSignIn({ code }))).toEqual({ status: "expired" });
  });

  it("are stored as hashes only", async () => {
    const [email, asking] = [stage.newEmail(), stage.browser()];
    await call(asking, (people) => people.requestSignIn({ email, join: adult() }));
    const { token, code } = await lastMail(stage, email);
    const [row] = await stage.db.select().from(pendingJoins).where(eq(pendingJoins.email, email));
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row?.codeHash).not.toContain(code);
    expect(token).toMatch(/^[\w-]{22}$/);
  });

  it("the code signs in the browser that asked, and no other", async () => {
    const [email, asking, other] = [stage.newEmail(), stage.browser(), stage.browser()];
    await call(asking, (people) => people.requestSignIn({ email, join: adult() }));
    const { code } = await lastMail(stage, email);
    expect(await call(other, (p) => p.confirmSignIn({ code }))).toEqual({ status: "expired" });
    const answer = await call(asking, (people) => people.confirmSignIn({ code }));
    expect(answer).toMatchObject({ status: "signed_in", joined: true });
    expect(await whoIs(asking)).toMatchObject({ kind: "member" });
  });

  it("a wrong code may be mended, but the right one is too late after three", async () => {
    const [email, asking] = [stage.newEmail(), stage.browser()];
    const wrong = async (code: string) => {
      const guess = code === "000000" ? "111111" : "000000";
      return call(asking, (people) => people.confirmSignIn({ code: guess }));
    };
    await call(asking, (people) => people.requestSignIn({ email, join: adult() }));
    const first = await lastMail(stage, email);
    expect(await wrong(first.code)).toEqual({ status: "wrong_code" });
    expect(await wrong(first.code)).toEqual({ status: "wrong_code" });
    expect(await wrong(first.code)).toEqual({ status: "wrong_code" });
    const late = await call(asking, (people) => people.confirmSignIn({ code: first.code }));
    expect(late).toEqual({ status: "expired" });
    stage.pass(1000);
    await call(asking, (people) => people.requestSignIn({ email, join: adult() }));
    const second = await lastMail(stage, email);
    expect(await wrong(second.code)).toEqual({ status: "wrong_code" });
    const mended = await call(asking, (people) => people.confirmSignIn({ code: second.code }));
    expect(mended).toMatchObject({ status: "signed_in" });
  });

  it("parallel confirmations of one link make one session, one account and one fact", async () => {
    const [email, asking] = [stage.newEmail(), stage.browser()];
    await call(asking, (people) => people.requestSignIn({ email, join: adult() }));
    const { token } = await lastMail(stage, email);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        call(stage.browser(), (people) => people.confirmSignIn({ token })),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([
      ...Array.from({ length: 7 }, () => "expired"),
      "signed_in",
    ]);
    const user = await accountOf(stage, email);
    const mine = await stage.db.select().from(sessions).where(eq(sessions.userId, user.id));
    expect(mine).toHaveLength(1);
    expect(await joinedEvents(user.id)).toHaveLength(1);
    expect(stage.delivered).toHaveLength(1);
  });

  it("two requests of one address, confirmed in parallel, make one account", async () => {
    const email = stage.newEmail();
    const tokens: string[] = [];
    for (let i = 0; i < 2; i++) {
      await call(stage.browser(), (people) => people.requestSignIn({ email, join: adult() }));
      tokens.push((await lastMail(stage, email)).token);
      stage.pass(1000);
    }
    const answers = await Promise.all(
      tokens.map((token) => call(stage.browser(), (people) => people.confirmSignIn({ token }))),
    );
    expect(answers.every((answer) => answer.status === "signed_in")).toBe(true);
    expect(answers.map((a) => a.status === "signed_in" && a.joined).sort()).toEqual([false, true]);
    const all = await stage.db.select().from(users).where(eq(users.email, email));
    expect(all).toHaveLength(1);
    expect(stage.delivered).toHaveLength(1);
  });

  it.each(["", "x", "' or 1=1 --", "A".repeat(22)])("the token %j opens nothing", async (token) => {
    const work = call(stage.browser(), (people) => people.confirmSignIn({ token }));
    if (token === "") await expect(work).rejects.toMatchObject({ code: "BAD_INPUT" });
    else expect(await work).toEqual({ status: "expired" });
  });
});
