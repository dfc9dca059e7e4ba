/** Plays a simulated world through the procedures that a browser calls, with the clock at the world's time. */
import { sql } from "drizzle-orm";
import { createDb, type Db } from "#db/client.ts";
import { startLocalDatabase } from "#db/local/local-database.ts";
import { migrate } from "#db/local/migrate.ts";
import type { Attribution } from "#shared/attribution.ts";
import { fromUuid, type VisitorId } from "#shared/ids.ts";
import { createTestClock, createTestContext } from "#tests/support/test-context.ts";
import { insertMember } from "#tests/support/test-people.ts";
import { compareRollups } from "#workers/features/metrics/compare-rollups.ts";
import type { RawEvent } from "#workers/features/metrics/raw-history.ts";
import { viewKFactor } from "#workers/features/metrics/view-k-factor.ts";
import { decks } from "#workers/features/micro-decks/deck-catalogue.ts";
import { microDecksRouter } from "#workers/features/micro-decks/micro-decks.router.ts";
import { smartLinksReact } from "#workers/features/smart-links/smart-links.events.ts";
import { smartLinksRouter } from "#workers/features/smart-links/smart-links.router.ts";
import type { Member } from "#workers/platform/actor.ts";
import { createCallerFactory, router } from "#workers/platform/trpc.ts";
import { asEstimate, windowDays } from "./estimate.ts";
import type { Landed } from "./simulated-database.ts";
import type { SimulatedWorld } from "./simulated-world.ts";

const callerOf = createCallerFactory(
  router({ microDecks: microDecksRouter, smartLinks: smartLinksRouter }),
);
const loop = "buddy_challenge";
/** Somebody reads and answers a question in so long. */
const answerMs = 5_000;

/** Uses a database in memory that is gone afterwards. */
export async function countThroughApi(world: SimulatedWorld): Promise<Landed> {
  const database = await startLocalDatabase();
  const address = {
    databaseUrl: database.connectionString,
    proxyUrl: `http://127.0.0.1:${database.httpPort}`,
  };
  try {
    await migrate(address);
    const db = createDb(address);
    const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
    await db.execute(sql`select make_event_partitions(${day(world.startMs)}::date,
      ${day(world.endMs + 86_400_000)}::date)`);
    const site = new SimulatedSite(db, address);
    for (const event of inTime(world)) await site.act(event);
    const ctx = { db, clock: { now: () => world.endMs } };
    const { differences } = await compareRollups(ctx);
    const { mature } = await viewKFactor(ctx, { windowDays });
    return { estimate: asEstimate(mature), differences: differences.length };
  } finally {
    await database.stop();
  }
}

/** What people do by themselves, in the order in which they do it. */
function inTime({ delivered }: SimulatedWorld): RawEvent[] {
  const once = new Map(delivered.map((event) => [event.id, event]));
  return [...once.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

class SimulatedSite {
  readonly #db: Db;
  readonly #address: { databaseUrl: string; proxyUrl: string };
  readonly #clock = createTestClock(0);
  readonly #members = new Map<string, Member>();
  readonly #links = new Map<string, Attribution>();
  /** Which link brought a visitor here. */
  readonly #touches = new Map<string, Attribution>();
  readonly #decksDone = new Map<string, number>();

  constructor(db: Db, address: { databaseUrl: string; proxyUrl: string }) {
    this.#db = db;
    this.#address = address;
  }

  async act(event: RawEvent): Promise<void> {
    if (event.name === "invite.sent") await this.#send(event);
    const link = event.linkId ? this.#links.get(event.linkId) : undefined;
    if (event.name === "invite.opened" && link) {
      this.#touches.set(fromUuid("vis", event.visitorId), { ...link, touchedAt: event.at });
    }
    if (event.name === "deck.completed") await this.#completeDeck(event);
  }

  #context(visitorId: VisitorId) {
    const member = this.#members.get(visitorId);
    const attribution = this.#touches.get(visitorId);
    return createTestContext({
      ...{ database: this.#address, clock: this.#clock },
      ...(attribution ? { attribution } : {}),
      actor: member ?? { kind: "guest", visitorId },
      subscriptions: { "fvm.reached": ["smartLinks"] },
      reactions: { smartLinks: smartLinksReact },
    });
  }

  async #send({ visitorId, linkId, at }: RawEvent): Promise<void> {
    this.#clock.set(at);
    const test = this.#context(fromUuid("vis", visitorId));
    const { code } = await callerOf(test.ctx).smartLinks.create({
      ...{ loop, destination: "fvm.deck" },
      params: { deckId: decks[0]?.id ?? "" },
    });
    await test.settle();
    const { rows } = await this.#db.execute(sql`select id from smart_links where code = ${code}`);
    const made = fromUuid("link", String(rows[0]?.["id"]));
    if (linkId) this.#links.set(linkId, { linkId: made, loop, touchedAt: at });
  }

  /** A guest who has finished the first deck makes an account. */
  async #completeDeck(event: RawEvent): Promise<void> {
    const visitorId = fromUuid("vis", event.visitorId);
    const done = this.#decksDone.get(visitorId) ?? 0;
    this.#decksDone.set(visitorId, done + 1);
    await this.#play(visitorId, decks[done % decks.length]?.id ?? "", event.at);
    if (this.#members.has(visitorId)) return;
    const member = await insertMember(this.#db, event.at, { visitorId });
    await this.#db.execute(sql`update visitors set user_id = u.id from users u
      where u.visitor_id = visitors.id and visitors.user_id is null`);
    this.#members.set(visitorId, member);
  }

  async #play(visitorId: VisitorId, deckId: string, endAt: number): Promise<void> {
    const test = this.#context(visitorId);
    const { microDecks } = callerOf(test.ctx);
    const count = decks.find(({ id }) => id === deckId)?.questions.length ?? 0;
    this.#clock.set(endAt - count * answerMs);
    let run = await microDecks.start({ deckId });
    while (run.next) {
      this.#clock.advance(answerMs);
      const about = { deckId, runId: run.runId, questionId: run.next.id };
      ({ run } = await microDecks.answer({ ...about, choice: 1 }));
    }
    this.#clock.set(endAt);
    await microDecks.complete({ deckId, runId: run.runId });
    await test.settle();
  }
}
