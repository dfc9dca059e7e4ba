import { Hono } from "hono";
import { beforeEach, describe, expect, it } from "vitest";
import { createFakeKv } from "#tests/support/fake-kv.ts";
import { testEnv } from "#tests/support/test-context.ts";
import { parseEnv } from "../../platform/env.ts";
import { mailerOf } from "../../platform/mailer.ts";
import { mailboxRoutes } from "./dev-mailbox.http.ts";

const database = {
  databaseUrl: "postgres://nobody@localhost/none",
  proxyUrl: "http://127.0.0.1:1",
};
const app = new Hono().route("/dev", mailboxRoutes());
app.onError((error) => {
  const status = (error as { status?: number }).status ?? 500;
  return new Response(null, { status });
});
let env: object;

beforeEach(async () => {
  env = testEnv({ database, kv: createFakeKv(() => 0) });
  for (const [i, to] of ["one@people.test", "two@people.test"].entries()) {
    await mailerOf({ config: parseEnv(env), clock: { now: () => i } }).send({
      to,
      subject: `Hello <b>${to}</b>`,
      text: 'Open https://site.test/a?b="><script>alert(1)</script> now',
      html: "<p>Hello</p>",
      headers: { "Auto-Submitted": "auto-generated" },
      idempotencyKey: `key-${i}`,
    });
  }
});

describe("the local mailbox", () => {
  it("answers JSON, newest first, and by address in whatever case", async () => {
    const all = await (await app.request("/dev/mail.json", {}, env)).json();
    expect(all).toMatchObject([{ to: "two@people.test" }, { to: "one@people.test" }]);
    const mine = await app.request("/dev/mail.json?to=ONE@people.test", {}, env);
    expect(await mine.json()).toEqual([
      {
        to: "one@people.test",
        subject: "Hello <b>one@people.test</b>",
        text: expect.any(String),
        html: "<p>Hello</p>",
        links: ['https://site.test/a?b="><script>alert(1)</script>'],
        headers: { "Auto-Submitted": "auto-generated" },
      },
    ]);
  });

  it("shows mails as a page that runs nothing, with links to click", async () => {
    const response = await app.request("/dev/mail", {}, env);
    const page = await response.text();
    expect(page).toContain('<a href="https://site.test/a?b=&quot;&gt;');
    expect(page).not.toContain("<script>");
    expect(page).not.toContain("<b>");
    expect(response.headers.get("Content-Security-Policy")).toMatch(/^default-src 'none'/);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
  });

  it.each(["production", "preview"])("is not there in %s", async (APP_ENV) => {
    for (const path of ["/dev/mail", "/dev/mail.json"]) {
      expect((await app.request(path, {}, { ...env, APP_ENV })).status).toBe(404);
    }
  });
});
