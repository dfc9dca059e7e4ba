import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createFakeKv } from "#tests/support/fake-kv.ts";
import type { AppEnv } from "./env.ts";
import { type Mail, mailerOf, readMailbox } from "./mailer.ts";

const mail: Mail = {
  to: "someone@example.test",
  subject: "Hello",
  text: "See https://site.test/a?b=c and\nhttps://site.test/d",
  html: "<p>See</p>",
  idempotencyKey: "key-1",
};
const at = (now: number) => ({ now: () => now });
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function provider(status: number) {
  const requests: { headers: NodeJS.Dict<string | string[]>; body: unknown }[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (part) => {
      text += part;
    });
    request.on("end", () => {
      requests.push({ headers: request.headers, body: JSON.parse(text) });
      response.writeHead(status).end(`no such person as ${mail.to}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mail`, requests };
}

const production = (url: string | undefined) =>
  ({
    APP_ENV: "production",
    MAIL_API_URL: url,
    MAIL_API_TOKEN: "token",
    MAIL_FROM: "Vel Tutor <hello@vel-tutor.example>",
  }) as AppEnv;

describe("the local mailbox", () => {
  it("lists newest first, with links, and keeps addresses apart", async () => {
    const kv = createFakeKv(() => 5_000);
    const config = { APP_ENV: "local", HOT_KV: kv } as AppEnv;
    await mailerOf({ config, clock: at(1_000) }).send(mail);
    const second = { ...mail, subject: "Again", idempotencyKey: "key-0", headers: { A: "b" } };
    await mailerOf({ config, clock: at(2_000) }).send(second);
    await mailerOf({ config, clock: at(3_000) }).send({ ...mail, to: "else@example.test" });
    const box = await readMailbox(kv, mail.to);
    expect(box.map((entry) => entry.subject)).toEqual(["Again", "Hello"]);
    expect(box[0]?.headers).toEqual({ A: "b" });
    expect(box[1]?.links).toEqual(["https://site.test/a?b=c", "https://site.test/d"]);
    expect(await readMailbox(kv)).toHaveLength(3);
  });
});

describe("mail by HTTP", () => {
  it("hands the mail over once, with token and idempotency key", async () => {
    const { url, requests } = await provider(202);
    await mailerOf({ config: production(url), clock: at(0) }).send(mail);
    expect(requests).toHaveLength(1);
    expect(requests[0]?.headers["authorization"]).toBe("Bearer token");
    expect(requests[0]?.headers["idempotency-key"]).toBe("key-1");
    const { idempotencyKey, ...body } = mail;
    expect(requests[0]?.body).toEqual({
      from: "Vel Tutor <hello@vel-tutor.example>",
      headers: {},
      ...body,
    });
  });

  it("answers UNAVAILABLE without quoting the provider, which may quote the person", async () => {
    const { url } = await provider(422);
    const failure = await mailerOf({ config: production(url), clock: at(0) })
      .send(mail)
      .catch((error) => error);
    expect(failure).toMatchObject({ code: "UNAVAILABLE" });
    expect(String(failure.cause)).toBe("Error: mail provider answered 422");
  });

  it("answers UNAVAILABLE when nobody listens, and when the setting is missing", async () => {
    const send = (url: string | undefined) =>
      mailerOf({ config: production(url), clock: at(0) }).send(mail);
    await expect(send("http://127.0.0.1:1/")).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await expect(send(undefined)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });
});
