import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sessions, users } from "#db/schema/people.ts";
import {
  accountOf,
  call,
  lastMail,
  signedInPerson,
  stagePeople,
  whoIs,
} from "#tests/support/people-stage.ts";

const stage = stagePeople();

const adult = () => ({ birthYear: stage.year - 30, persona: "student" as const });
const times = <T>(n: number, work: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: n }, (_, i) => work(i)));
const joinedCount = async () => {
  const answer = await stage.db.execute(
    sql`select count(*)::int as n from events where name = 'person.joined'`,
  );
  return Number(answer.rows[0]?.["n"]);
};

describe("at the same moment", () => {
  it("20 confirmations of one link make one session, one account and one fact", async () => {
    const [email, asking] = [stage.newEmail(), stage.browser()];
    await call(asking, (people) => people.requestSignIn({ email, join: adult() }));
    const { token } = await lastMail(stage, email);
    const before = await joinedCount();
    const answers = await times(20, () =>
      call(stage.browser(), (people) => people.confirmSignIn({ token })),
    );
    expect(answers.filter((answer) => answer.status === "signed_in")).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === "expired")).toHaveLength(19);
    const { id } = await accountOf(stage, email);
    const mine = await stage.db.select().from(sessions).where(eq(sessions.userId, id));
    expect(mine).toHaveLength(1);
    expect(await joinedCount()).toBe(before + 1);
  });

  it("5 links of one address make one account, and each signs in", async () => {
    const email = stage.newEmail();
    const tokens: string[] = [];
    for (let i = 0; i < 5; i++) {
      stage.pass(1000);
      await call(stage.browser(), (people) => people.requestSignIn({ email, join: adult() }));
      tokens.push((await lastMail(stage, email)).token);
    }
    const before = await joinedCount();
    const answers = await times(5, (i) =>
      call(stage.browser(), (people) => people.confirmSignIn({ token: tokens[i] ?? "" })),
    );
    expect(answers.filter((answer) => answer.status === "signed_in" && answer.joined)).toHaveLength(
      1,
    );
    expect(answers.every((answer) => answer.status === "signed_in")).toBe(true);
    expect(await stage.db.select().from(users).where(eq(users.email, email))).toHaveLength(1);
    expect(await joinedCount()).toBe(before + 1);
  });

  it("4 people who join in one browser become 4 people with visitor ids of their own", async () => {
    const shared = stage.browser();
    await whoIs(shared);
    const emails = await times(4, async () => {
      const email = stage.newEmail();
      await call(shared, (people) => people.requestSignIn({ email, join: adult() }));
      return email;
    });
    const mails = await Promise.all(emails.map((email) => lastMail(stage, email)));
    await Promise.all(
      mails.map(({ token }) => call(stage.browser(), (people) => people.confirmSignIn({ token }))),
    );
    const accounts = await Promise.all(emails.map((email) => accountOf(stage, email)));
    expect(new Set(accounts.map((account) => account.visitorId)).size).toBe(4);
  });

  it("30 requests of one address send 5 mails", async () => {
    const email = stage.newEmail();
    const answers = await Promise.allSettled(
      Array.from({ length: 30 }, () =>
        call(stage.browser(), (people) => people.requestSignIn({ email })),
      ),
    );
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(5);
    expect(await stage.mailsTo(email)).toHaveLength(5);
  });

  it("30 guesses of the code are 3 tries", async () => {
    const [email, asking] = [stage.newEmail(), stage.browser()];
    await call(asking, (people) => people.requestSignIn({ email, join: adult() }));
    const { code } = await lastMail(stage, email);
    const answers = await times(30, (i) => {
      const guess = String((Number(code) + i + 1) % 1_000_000).padStart(6, "0");
      return call(asking, (people) => people.confirmSignIn({ code: guess }));
    });
    expect(answers.filter((answer) => answer.status === "wrong_code")).toHaveLength(3);
    expect(answers.filter((answer) => answer.status === "expired")).toHaveLength(27);
  });

  it("20 answers of a guardian, by two links, are one answer", async () => {
    const guardianEmail = stage.newEmail();
    const child = await signedInPerson(stage, { birthYear: stage.year - 10, guardianEmail });
    const first = (await lastMail(stage, guardianEmail)).token;
    stage.pass(3_601_000);
    const { email } = child;
    await call(child.browser, (people) => people.requestSignIn({ email }));
    const { token } = await lastMail(stage, email);
    await call(child.browser, (people) => people.confirmSignIn({ token }));
    const second = (await lastMail(stage, guardianEmail)).token;
    expect(second).not.toBe(first);
    const answers = await times(20, (i) =>
      call(stage.browser(), (people) =>
        people.answerGuardianRequest({
          token: i % 2 ? first : second,
          answer: i % 3 ? "consented" : "declined",
        }),
      ),
    );
    expect(answers.filter((answer) => answer.status === "recorded")).toHaveLength(1);
  });
});
