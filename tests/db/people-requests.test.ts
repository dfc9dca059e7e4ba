import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { pendingJoins, users } from "#db/schema/people.ts";
import {
  accountOf,
  call,
  hourMs,
  lastMail,
  minuteMs,
  signedInPerson,
  stagePeople,
  whoIs,
} from "#tests/support/people-stage.ts";

const stage = stagePeople();

const adult = () => ({ birthYear: stage.year - 30, persona: "student" as const });

describe("asking for a mail", () => {
  it("answers the same for known and unknown addresses, with and without joining", async () => {
    const { email: known } = await signedInPerson(stage);
    stage.pass(hourMs);
    for (const email of [known, stage.newEmail()]) {
      for (const join of [adult(), undefined]) {
        const request = { email, ...(join ? { join } : {}) };
        const answer = await call(stage.browser(), (people) => people.requestSignIn(request));
        expect(answer).toEqual({ status: "mailed" });
        expect((await stage.mailsTo(email)).length).toBeGreaterThan(0);
      }
    }
  });

  it("tells an unknown address on the sign-in page how to join, with nothing to sign in by", async () => {
    const [email, asking] = [stage.newEmail(), stage.browser()];
    await call(asking, (people) => people.requestSignIn({ email }));
    const mail = await lastMail(stage, email);
    expect(mail.links).toEqual(["http://localhost:8787/join"]);
    expect(mail.token + mail.code).toBe("");
    const answer = await call(asking, (people) => people.confirmSignIn({ code: "123456" }));
    expect(answer.status).not.toBe("signed_in");
    expect(await stage.db.select().from(users).where(eq(users.email, email))).toHaveLength(0);
  });

  it("signs a known address in, whatever was answered on the join page", async () => {
    const { email, user } = await signedInPerson(stage);
    const other = stage.browser();
    const join = { birthYear: stage.year - 50, persona: "tutor" as const };
    const shouted = ` ${email.toUpperCase()} `;
    await call(other, (people) => people.requestSignIn({ email: shouted, join }));
    const { token } = await lastMail(stage, email);
    const answer = await call(other, (people) => people.confirmSignIn({ token }));
    expect(answer).toMatchObject({ status: "signed_in", joined: false });
    expect(await accountOf(stage, email)).toEqual(user);
    expect(stage.delivered).toHaveLength(1);
  });

  it("is limited to 5 mails an address in 15 minutes, from whatever browser", async () => {
    const email = stage.newEmail();
    const ask = () => call(stage.browser(), (people) => people.requestSignIn({ email }));
    for (let i = 0; i < 5; i++) {
      await ask();
      stage.pass(minuteMs);
    }
    await expect(ask()).rejects.toMatchObject({ code: "RATE_LIMITED", retryAfterS: 600 });
    expect(await stage.mailsTo(email)).toHaveLength(5);
    stage.pass(10 * minuteMs);
    expect(await ask()).toEqual({ status: "mailed" });
  });

  it("is limited to 20 mails a browser in an hour, even when asked in parallel", async () => {
    const asking = stage.browser();
    await whoIs(asking);
    const answers = await Promise.allSettled(
      Array.from({ length: 24 }, () => {
        const email = stage.newEmail();
        return call(asking, (people) => people.requestSignIn({ email }));
      }),
    );
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(20);
    const refused = answers.find((answer) => answer.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "RATE_LIMITED", retryAfterS: 3600 });
  });

  it("refuses what is no address, unknown fields, and answers that cannot be", async () => {
    const ask = (request: object) =>
      call(stage.browser(), (people) => people.requestSignIn(request as never));
    const email = stage.newEmail();
    const wrong = [
      { email: "nobody" },
      { email, role: "admin" },
      { email, join: { ...adult(), role: "admin" } },
      { email, join: { birthYear: stage.year + 1, persona: "student" } },
      { email, join: { birthYear: stage.year - 18, persona: "tutor" } },
      { email, join: { birthYear: stage.year - 18, persona: "parent" } },
      { email, returnTo: `/${"a".repeat(600)}` },
    ];
    for (const request of wrong) {
      await expect(ask(request), JSON.stringify(request)).rejects.toMatchObject({
        code: "BAD_INPUT",
      });
    }
    expect(await stage.mailsTo(email)).toHaveLength(0);
  });
});

describe("privacy", () => {
  it("forgets addresses of people who never came back, a day after their request", async () => {
    const email = stage.newEmail();
    const ask = (address: string) =>
      call(stage.browser(), (people) => people.requestSignIn({ email: address }));
    const kept = () => stage.db.select().from(pendingJoins).where(eq(pendingJoins.email, email));
    await ask(email);
    stage.pass(24 * hourMs);
    await ask(stage.newEmail());
    expect(await kept()).toHaveLength(1);
    stage.pass(15 * minuteMs + 1000);
    await ask(stage.newEmail());
    expect(await kept()).toHaveLength(0);
  });

  it("no address appears in events or logs", async () => {
    const guardianEmail = stage.newEmail();
    await signedInPerson(stage, { birthYear: stage.year - 10, guardianEmail });
    const [email, asking] = [stage.newEmail(), stage.browser()];
    await call(asking, (people) => people.requestSignIn({ email, join: adult() }));
    const broken = stage.browser({ config: { APP_ENV: "production" } });
    await expect(
      call(broken, (people) => people.requestSignIn({ email, join: adult() })),
    ).rejects.toMatchObject({ code: "UNAVAILABLE" });
    const events = await stage.db.execute(sql`select to_jsonb(e)::text as text from events e`);
    expect(events.rows.length).toBeGreaterThan(0);
    expect(JSON.stringify([events.rows, stage.logLines])).not.toMatch(/@|people\.test/);
  });
});

describe("a network", () => {
  it("is limited to 100 mails a network in an hour, whatever cookies it drops", async () => {
    const from = (address: string) =>
      call(stage.browser(), (people) => people.requestSignIn({ email: stage.newEmail() }), {
        "cf-connecting-ip": address,
      });
    for (let i = 0; i < 100; i++) await from(`2001:db8:1:2::${i + 1}`);
    const refused = from("2001:db8:1:2:ffff::1");
    await expect(refused).rejects.toMatchObject({ code: "RATE_LIMITED", retryAfterS: 3600 });
    expect(await from("2001:db8:1:3::1")).toEqual({ status: "mailed" });
    const kept = JSON.stringify(await stage.db.select().from(pendingJoins));
    expect(kept).not.toContain("2001:db8");
  });
});
