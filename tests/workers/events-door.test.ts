/** POST /api/events in workerd: what lands, what is refused one by one, and how much is too much. */
import { describe, expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import { chrome, cookiesOf, makeStage, newMember } from "#tests/support/link-stage.ts";
import { mostInBatch, visitorLimit } from "#workers/features/events/event-limits.ts";
import type { TrackedMessage } from "#workers/platform/telemetry.ts";

let lastAddress = 0;
const newAddress = () => `198.19.${lastAddress >> 8}.${lastAddress++ & 255}`;
const person = (more: Record<string, string> = {}) => ({
  "User-Agent": chrome,
  "CF-Connecting-IP": newAddress(),
  "Content-Type": "application/json",
  "Sec-Fetch-Site": "same-origin",
  ...more,
});
const session = (at = Date.now()) => ({
  eventId: newId("evt", at),
  name: "presence.session",
  props: { durationMs: 4_000 },
});
const sessions = (count: number) => Array.from({ length: count }, () => session());

interface Answer {
  accepted: number;
  outcomes: { status: string; reason?: string; message?: string }[];
}

function makeDoor() {
  const stage = makeStage();
  const post = (body: unknown, headers: Record<string, string> = person()) =>
    stage.ask("/api/events", headers, { method: "POST", body: JSON.stringify(body) });
  const tracked = () => stage.queue.filter((one): one is TrackedMessage => one.type === "tracked");
  return { ...stage, post, tracked };
}

describe("POST /api/events", () => {
  it("answers 202 to one event, whose visitor is the browser's cookie", async () => {
    const { post, tracked } = makeDoor();
    const event = session();
    const first = await post({ event });
    expect(first.status).toBe(202);
    expect(await first.json()).toEqual({ accepted: 1, outcomes: [{ status: "accepted" }] });
    expect(first.headers.get("Server-Timing")).toContain('db;desc="0"');
    await post({ event: session() }, person({ Cookie: cookiesOf(first) }));
    const [one, two] = tracked();
    expect(one?.event).toMatchObject({ ...event, userId: null, schemaVersion: 1 });
    expect(two?.event.visitorId).toBe(one?.event.visitorId);
  });

  it("lands the good ones of a mixed batch and says of each other one why not", async () => {
    const { post, tracked } = makeDoor();
    const good = [session(), session()];
    const events = [
      good[0],
      { ...session(), name: "fvm.reached" },
      { ...session(), name: "no.such" },
      session(Date.now() - 40 * 86_400_000),
      { ...session(), props: { durationMs: 1, email: "someone@example.test" } },
      null,
      good[1],
    ];
    const response = await post({ sentAt: Date.now(), events });
    expect(response.status).toBe(202);
    const answer = (await response.json()) as Answer;
    expect(answer.accepted).toBe(2);
    expect(answer.outcomes.map(({ reason }) => reason)).toEqual([
      undefined,
      "server_fact",
      "unknown_name",
      "out_of_range",
      "bad_props",
      "malformed",
      undefined,
    ]);
    expect(JSON.stringify(answer)).not.toContain("someone");
    expect(tracked().map(({ event }) => event.eventId)).toEqual(good.map((one) => one.eventId));
  });

  it("corrects a wrong clock and marks it", async () => {
    const { post, tracked } = makeDoor();
    const wrongBy = -3_600_000;
    const at = Date.now() + wrongBy;
    await post({ sentAt: at, event: session(at - 5_000) });
    const [{ event, skewMs }] = tracked() as [TrackedMessage];
    expect(skewMs).toBeGreaterThan(3_500_000);
    expect(Math.abs(event.occurredAt - (Date.now() - 5_000))).toBeLessThan(3_000);
  });

  it("takes nobody's word for who they are", async () => {
    const { post, tracked } = makeDoor();
    const { bearer } = await newMember();
    // A token is for programs: it was made for nothing here.
    expect((await post({ event: session() }, person(bearer))).status).toBe(403);
    const forged = { ...session(), userId: newId("user", 1), visitorId: newId("vis", 1) };
    const answer = (await (await post({ event: forged })).json()) as Answer;
    expect(answer.outcomes[0]?.reason).toBe("malformed");
    expect(tracked()).toEqual([]);
  });

  it("takes up to a hundred at once, and no batch that is empty, larger, or of another shape", async () => {
    const { post, tracked } = makeDoor();
    expect((await post({ events: sessions(mostInBatch) })).status).toBe(202);
    expect(tracked()).toHaveLength(mostInBatch);
    const event = session();
    const bad = [{ events: sessions(mostInBatch + 1) }, { events: [] }, {}, [event], event];
    for (const body of [...bad, { event, events: [event] }])
      expect((await post(body)).status, JSON.stringify(body).slice(0, 60)).toBe(400);
    const huge = { event: { ...event, props: { note: "x".repeat(70_000) } } };
    expect((await post(huge)).status).toBe(413);
    expect(tracked()).toHaveLength(mostInBatch);
  });

  it("takes a beacon of our own pages, and nothing that other pages send", async () => {
    const { post, tracked } = makeDoor();
    const { "Sec-Fetch-Site": _, ...old } = person({ Origin: "http://localhost:8787" });
    expect((await post({ event: session() }, old)).status).toBe(202);
    for (const site of ["cross-site", "same-site", "none"])
      expect((await post({ event: session() }, person({ "Sec-Fetch-Site": site }))).status).toBe(
        403,
      );
    expect(tracked()).toHaveLength(1);
  });

  it("does not count crawlers", async () => {
    const { post, tracked } = makeDoor();
    const response = await post({ event: session() }, person({ "User-Agent": "Googlebot/2.1" }));
    expect(((await response.json()) as Answer).outcomes[0]?.reason).toBe("bot");
    expect(tracked()).toEqual([]);
  });

  it("answers 429 with Retry-After to a visitor who sends too many, and to nobody else", async () => {
    const { post, tracked } = makeDoor();
    const first = await post({ event: session() });
    const cookie = { Cookie: cookiesOf(first) };
    const statuses: number[] = [];
    let refused: Response | undefined;
    for (let i = 0; i < visitorLimit.burst / mostInBatch + 1; i++) {
      const response = await post({ events: sessions(mostInBatch) }, person(cookie));
      statuses.push(response.status);
      if (response.status === 429) refused = response;
    }
    expect(statuses.slice(0, -2)).toEqual(statuses.slice(0, -2).map(() => 202));
    expect(Number(refused?.headers.get("Retry-After"))).toBeGreaterThan(0);
    const landed = statuses.filter((status) => status === 202).length * mostInBatch + 1;
    expect(tracked()).toHaveLength(landed);
    expect((await post({ event: session() })).status).toBe(202);
  });

  it("answers 429 to an address that sends too many, whatever cookies it drops", async () => {
    const { post } = makeDoor();
    const school = { "CF-Connecting-IP": newAddress() };
    const statuses = new Set<number>();
    for (let i = 0; i < 130; i++)
      statuses.add((await post({ events: sessions(mostInBatch) }, person(school))).status);
    expect([...statuses]).toEqual([202, 429]);
  });

  it("answers 503 where the queue does not take them, so that they come again", async () => {
    const { ask } = makeStage({ queueFails: true });
    const init = { method: "POST", body: JSON.stringify({ event: session() }) };
    const response = await ask("/api/events", person(), init);
    expect(response.status).toBe(503);
    expect(Number(response.headers.get("Retry-After"))).toBeGreaterThan(0);
  });
});
