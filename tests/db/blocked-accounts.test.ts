/** A blocked account: signed out everywhere, mailed nothing, told from no other; and told to the owner, what gives access. */
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sessions } from "#db/schema/people.ts";
import { toUuid } from "#shared/ids.ts";
import { call, lastMail, signedInPerson, stagePeople, whoIs } from "#tests/support/people-stage.ts";
import { addPasskey, secure, signedInAdmin } from "#tests/support/security-stage.ts";

const stage = stagePeople();

describe("people.setBlocked", () => {
  it("ends every session at once, and a change is a fact, a repetition none", async () => {
    const admin = await signedInAdmin(stage);
    const person = await signedInPerson(stage);
    const block = (blocked: boolean) =>
      call(admin.browser, (people) => people.setBlocked({ email: person.email, blocked }));
    await block(true);
    await block(true);
    const left = await stage.db.select().from(sessions).where(eq(sessions.userId, person.user.id));
    expect(left).toEqual([]);
    stage.pass(61_000);
    expect(await whoIs(person.browser)).toMatchObject({ kind: "guest" });
    const { items } = await call(admin.browser, (people) => people.blocked());
    expect(items.map(({ alias }) => alias)).toContain(person.user.alias);
    await block(false);
    const { rows } = await stage.db.execute(sql`select name from events
      where user_id = ${toUuid(person.user.id)}::uuid and name like 'account.%' order by id`);
    expect(rows).toEqual([{ name: "account.blocked" }, { name: "account.unblocked" }]);
  });

  it("knows no other address, and not the admin's own", async () => {
    const admin = await signedInAdmin(stage);
    const block = (email: string) =>
      call(admin.browser, (people) => people.setBlocked({ email, blocked: true }));
    await expect(block(stage.newEmail())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(block(admin.email)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a blocked account", () => {
  it("is answered like every other, mailed nothing, and let in by no mail from before", async () => {
    const admin = await signedInAdmin(stage);
    const { email } = await signedInPerson(stage);
    const asking = stage.browser();
    const ask = () => call(asking, (people) => people.requestSignIn({ email }));
    stage.pass(1000);
    await ask();
    const { token } = await lastMail(stage, email);
    const mails = (await stage.mailsTo(email)).length;
    const block = (blocked: boolean) =>
      call(admin.browser, (people) => people.setBlocked({ email, blocked }));
    await block(true);
    expect(await ask()).toEqual({ status: "mailed" });
    expect(await stage.mailsTo(email)).toHaveLength(mails);
    const confirm = () => call(asking, (people) => people.confirmSignIn({ token }));
    expect(await confirm()).toEqual({ status: "expired" });
    await block(false);
    expect(await confirm()).toMatchObject({ status: "signed_in", joined: false });
  });
});

describe("the owner", () => {
  it("is told by mail of a new passkey and of a new token, without the token", async () => {
    const { browser, email } = await signedInPerson(stage);
    stage.pass(1000);
    await addPasskey(browser);
    expect(await lastMail(stage, email)).toMatchObject({
      subject: "A passkey was added to your Vel Tutor account",
    });
    stage.pass(1000);
    const { token } = await secure(browser, (security) =>
      security.createToken({ name: "Sheet", scopes: ["links:read"], days: 7 }),
    );
    const mail = await lastMail(stage, email);
    expect(mail.subject).toBe("An access token was made for your Vel Tutor account");
    expect(JSON.stringify(mail)).not.toContain(token);
    expect(mail.links).toEqual([expect.stringMatching(/\/settings\/security$/)]);
  });
});
