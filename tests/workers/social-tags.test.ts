/** What unfurlers read of our own public pages: every tag, a picture that is there, nobody's name. */
import { describe, expect, it } from "vitest";
import { pictureOf } from "#tests/support/card-picture.ts";
import { chrome, makeStage, newMember } from "#tests/support/link-stage.ts";
import { stageDb } from "#tests/support/room-stage.ts";
import { workerTestUrl } from "#tests/support/worker-test-vars.ts";
import { upsertTutorPage } from "#workers/features/tutors/tutors.repo.ts";

const stage = makeStage();
const wanted = [
  "og:type",
  "og:site_name",
  "og:url",
  "og:title",
  "og:description",
  "og:image",
  "og:image:type",
  "og:image:width",
  "og:image:height",
  "og:image:alt",
  "twitter:card",
  "twitter:title",
  "twitter:description",
  "twitter:image",
  "twitter:image:alt",
];

/** The tags in the first 32 KB, by name. */
async function tagsOf(path: string): Promise<Record<string, string>> {
  const response = await stage.ask(path, { "User-Agent": chrome });
  expect(response.status).toBe(200);
  const head = (await response.text()).slice(0, 32 * 1024);
  const tags = head.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g);
  return Object.fromEntries([...tags].map(([, name, content]) => [name, content]));
}

async function expectSocial(path: string, alt: string): Promise<void> {
  const tags = await tagsOf(path);
  expect(Object.keys(tags)).toEqual(expect.arrayContaining(wanted));
  expect(tags).toMatchObject({
    "og:url": workerTestUrl + path,
    "og:image:width": "1200",
    "og:image:height": "630",
    "twitter:card": "summary_large_image",
    "twitter:image": tags["og:image"],
  });
  expect(tags["og:image:alt"]).toContain(alt);
  const address = String(tags["og:image"]).slice(workerTestUrl.length);
  const image = await pictureOf(() => stage.ask(address));
  expect(image.headers.get("Cache-Control")).toContain("immutable");
}

describe("the tags of", () => {
  it.each([
    ["/", "Buddy Challenge: Can you get five of five?"],
    ["/fvm/phy-motion", "Physics: Can you get five of five?"],
    [
      "/share/parent-proud_parent-biology-5-14",
      "Biology: All five right. Hooray! 14+ days in a row.",
    ],
  ])("%s are whole, with a picture that can be had", async (path, alt) => {
    await expectSocial(path, alt);
  });

  it("a tutor's page are whole, and name nobody", async () => {
    const { person } = await newMember({ persona: "tutor", role: "tutor" });
    const slug = "patient-lantern-42";
    const page = { slug, subjects: ["reading"] as const, published: true };
    await upsertTutorPage(stageDb(), { ...page, userId: person.userId, now: new Date() });
    await expectSocial(`/tutors/${slug}`, "Reading: Try five questions of mine.");
    expect(JSON.stringify(await tagsOf(`/tutors/${slug}`))).not.toContain(person.alias);
  });
});
