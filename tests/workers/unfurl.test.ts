/** Unfurlers at a smart link: a full preview, no cookie, never an open. */
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { browserAgents } from "#tests/support/browser-agents.ts";
import { chrome, cookiesOf, makeStage, newLink, newMember } from "#tests/support/link-stage.ts";
import { unfurlerAgents } from "#tests/support/unfurler-agents.ts";
import { workerTestUrl } from "#tests/support/worker-test-vars.ts";

const stage = makeStage();
let code = "";
let bearer: Record<string, string> = {};
beforeAll(async () => {
  ({ bearer } = await newMember());
  code = await newLink(stage, bearer);
});

function tagsOf(html: string): Map<string, string> {
  const tags = html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)">/g);
  return new Map([...tags].map(([, name = "", content = ""]) => [name, content]));
}

async function expectPreview(response: Response): Promise<string> {
  expect(response.status).toBe(200);
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(response.headers.get("Cache-Control")).toBe("private, no-store");
  expect(response.headers.get("X-Robots-Tag")).toBe("noindex");
  const bytes = new Uint8Array(await response.arrayBuffer());
  const tags = tagsOf(new TextDecoder().decode(bytes.slice(0, 32 * 1024)));
  expect(tags.get("og:url")).toBe(`${workerTestUrl}/sl/${code}`);
  expect(tags.get("og:image")).toBe(tags.get("twitter:image"));
  const wanted = ["og:title", "og:description", "og:type", "og:site_name", "og:image:alt"];
  for (const name of [...wanted, "twitter:title", "twitter:description", "twitter:image:alt"]) {
    expect(tags.get(name), name).toBeTruthy();
  }
  expect(tags.get("og:image:width")).toBe("1200");
  expect(tags.get("og:image:height")).toBe("630");
  expect(tags.get("og:image:type")).toBe("image/png");
  expect(tags.get("twitter:card")).toBe("summary_large_image");
  return tags.get("og:image") ?? "";
}

/** The picture of the tags, as the same agent gets it. */
async function expectPicture(response: Response): Promise<void> {
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toBe("image/png");
  expect(response.headers.getSetCookie()).toEqual([]);
  const bytes = await response.arrayBuffer();
  expect(bytes.byteLength).toBeLessThan(300_000);
  const view = new DataView(bytes);
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([1200, 630]);
}

describe("the lists", () => {
  it("hold at least forty unfurlers and forty browsers, none twice", () => {
    for (const list of [unfurlerAgents, browserAgents]) {
      expect(list.length).toBeGreaterThanOrEqual(40);
      expect(new Set(list).size).toBe(list.length);
    }
  });
});

describe("an unfurler", () => {
  it.each(unfurlerAgents)(
    "gets tags, a picture and no cookie, and is no open: %s",
    async (agent) => {
      const { ask, queue } = makeStage();
      const headers = { "User-Agent": agent };
      const picture = await expectPreview(await ask(`/sl/${code}?utm_source=x`, headers));
      expect(picture.startsWith(`${workerTestUrl}/og/`)).toBe(true);
      await expectPicture(await ask(new URL(picture).pathname, headers));
      await ask("/fvm/alg-expressions", { "User-Agent": agent });
      expect(queue).toMatchObject([{ type: "hit", kind: "bot" }]);
    },
  );

  it("is also whoever says nothing, asks by HEAD, or fetches ahead", async () => {
    const { ask, queue } = makeStage();
    await expectPreview(await ask(`/sl/${code}`));
    await expectPreview(
      await ask(`/sl/${code}`, { "User-Agent": chrome, "Sec-Purpose": "prefetch;prerender" }),
    );
    const head = await ask(`/sl/${code}`, { "User-Agent": chrome }, { method: "HEAD" });
    expect([head.status, head.headers.getSetCookie()]).toEqual([200, []]);
    expect(queue.map((message) => message.type === "hit" && message.kind)).toEqual([
      "bot",
      "prefetch",
      "head",
    ]);
  });

  it("finds the picture, a PNG of that size below 300 KB", async () => {
    const { ASSETS } = env as unknown as { ASSETS: Fetcher };
    const response = await ASSETS.fetch(`${workerTestUrl}/og/fallback.png`);
    expect(response.headers.get("Content-Type")).toBe("image/png");
    const bytes = await response.arrayBuffer();
    expect(bytes.byteLength).toBeLessThan(300_000);
    const view = new DataView(bytes);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([1200, 630]);
  });
});

describe("a browser", () => {
  it.each(browserAgents)("is led on, with cookies: %s", async (agent) => {
    const { ask, queue } = makeStage();
    const response = await ask(`/sl/${code}`, { "User-Agent": agent });
    expect(response.status).toBe(302);
    expect(response.headers.get("Location")).toBe("/fvm/alg-expressions");
    expect(cookiesOf(response)).toMatch(/vt_attrib=.+vt_vid=/);
    expect(queue).toMatchObject([{ type: "hit", kind: "human" }]);
  });
});
