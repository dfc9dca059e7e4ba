/** The links' own door gives what the general one gives, also when something fails inside. */
import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { ErrorBody } from "#shared/errors.ts";
import { chrome, makeStage, newLink, newMember } from "#tests/support/link-stage.ts";
import { workerTestUrl } from "#tests/support/worker-test-vars.ts";
import worker from "#workers/app.ts";
import { makeCode } from "#workers/features/smart-links/link-code.ts";
import { edgeDoor } from "#workers/platform/edge-door.ts";
import { parseEnv } from "#workers/platform/env.ts";

const forWhatIsShown = [
  "x-content-type-options",
  "permissions-policy",
  "cross-origin-opener-policy",
  "x-frame-options",
];
const common = [...forWhatIsShown, "strict-transport-security"];
const slackbot = "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)";
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function ask(path: string, settings: object = {}, agent = chrome): Promise<Response> {
  const execution = createExecutionContext();
  const request = new Request(workerTestUrl + path, {
    headers: { "User-Agent": agent },
    redirect: "manual",
  });
  const response = await worker.fetch(request, { ...env, ...settings }, execution);
  await waitOnExecutionContext(execution);
  return response;
}

const commonOf = ({ headers }: Response) => common.map((name) => [name, headers.get(name)]);

async function failureOf(response: Response) {
  const { error } = (await response.json()) as ErrorBody;
  expect(error.requestId).toBe(response.headers.get("X-Request-Id"));
  expect(error.requestId).toMatch(uuid);
  return error;
}

describe("an answer of the links' door", () => {
  it.each(["http:", "https:"])("has the general door's headers, by %s too", async (scheme) => {
    const settings = { APP_URL: workerTestUrl.replace(/^https?:/, scheme) };
    const general = await ask("/api/no-such-thing", settings);
    const code = await newLink(makeStage(), (await newMember()).bearer);
    const preview = await ask(`/sl/${code}`, settings, slackbot);
    expect(preview.status).toBe(200);
    expect(commonOf(preview)).toEqual(commonOf(general));
    const link = await ask("/sl/abcdefghjkmn", settings);
    expect(link.status).toBe(302);
    expect(await link.text()).toBe("");
    expect(forWhatIsShown.map((name) => link.headers.get(name))).toEqual([null, null, null, null]);
    expect(link.headers.get("Strict-Transport-Security") !== null).toBe(scheme === "https:");
    expect(link.headers.get("X-Request-Id")).toMatch(uuid);
  });

  it("is another one for each request, though headers are made once", async () => {
    const stage = makeStage();
    const code = await newLink(stage, (await newMember()).bearer);
    const person = { "User-Agent": chrome };
    const answers = [];
    for (let i = 0; i < 3; i++) answers.push(await stage.ask(`/sl/${code}`, person));
    expect(new Set(answers.map(({ headers }) => headers.get("X-Request-Id"))).size).toBe(3);
    for (const { headers } of answers) expect(headers.getSetCookie()).toHaveLength(2);
    expect((await stage.ask("/sl/abcdefghjkmn", person)).headers.getSetCookie()).toEqual([]);
  });

  it("is not given to what is no link: other methods, deeper and empty paths", async () => {
    for (const path of ["/sl", "/sl/", "/sl/a/b", "/slx/abcdefghjkmn"]) {
      expect((await ask(path)).status, path).toBe(404);
    }
    const execution = createExecutionContext();
    const headers = { "User-Agent": chrome, "Sec-Fetch-Site": "cross-site" };
    const request = new Request(`${workerTestUrl}/sl/abcdefghjkmn`, { method: "POST", headers });
    expect((await worker.fetch(request, env, execution)).status).toBe(403);
    await waitOnExecutionContext(execution);
  });
});

describe("a failure inside the links' door", () => {
  it("is a missing setting: 503, which names neither key nor value", async () => {
    const response = await ask("/sl/abcdefghjkmn", { COOKIE_SECRET: "short" });
    expect(response.status).toBe(503);
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    const error = await failureOf(response);
    expect(error.code).toBe("UNAVAILABLE");
    expect(JSON.stringify(error)).not.toMatch(/COOKIE_SECRET|short/);
  });

  it("is a database away where no cache has the link: 503, and when to come back", async () => {
    const random = crypto.getRandomValues(new Uint8Array(9));
    const code = await makeCode(random, parseEnv(env).LINK_CODE_SECRET);
    const response = await ask(`/sl/${code}`, { DATABASE_PROXY_URL: "http://127.0.0.1:9" });
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("5");
    expect((await failureOf(response)).code).toBe("UNAVAILABLE");
  });

  it("is anything unexpected: 500, and not a word of it outside", async () => {
    const request = new Request(`${workerTestUrl}/sl/abcdefghjkmn`);
    const execution = createExecutionContext();
    const settings = env as unknown as { APP_URL: string };
    const parts = { request, method: "GET", env: settings, execution } as const;
    const response = await edgeDoor(parts, "/sl/:code", () =>
      Promise.reject(new Error("select secret from rows")),
    );
    expect(response.status).toBe(500);
    const error = await failureOf(response);
    expect(error.code).toBe("INTERNAL");
    expect(error.message).not.toContain("secret");
  });
});

describe("hits of many visitors at once", () => {
  it("are all recorded, each once", async () => {
    const { ask: visit, queue } = makeStage();
    const code = await newLink({ ask: visit }, (await newMember()).bearer);
    const visits = Array.from({ length: 120 }, () =>
      visit(`/sl/${code}`, { "User-Agent": chrome }),
    );
    const statuses = (await Promise.all(visits)).map(({ status }) => status);
    expect(statuses).toEqual(Array(120).fill(302));
    const ids = queue.flatMap((message) => (message.type === "hit" ? message.hitId : []));
    expect(ids).toHaveLength(120);
    expect(new Set(ids).size).toBe(120);
  });
});
