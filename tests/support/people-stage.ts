/** What the tests about people share: a database, one clock, a mailbox, browsers that sign in. */
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";
import { createDb } from "#db/client.ts";
import { users } from "#db/schema/people.ts";
import type { DomainEvent } from "#shared/events.ts";
import { peopleRouter } from "#workers/features/people/people.router.ts";
import type { Actor } from "#workers/platform/actor.ts";
import { readMailbox } from "#workers/platform/mailer.ts";
import { createCallerFactory, toAppError } from "#workers/platform/trpc.ts";
import { createFakeKv } from "./fake-kv.ts";
import { latest } from "./latest.ts";
import { createTestBrowser, type TestBrowser } from "./test-browser.ts";
import { createTestClock, type TestContextOptions } from "./test-context.ts";
import { createTestDatabase, type TestDatabase } from "./test-database.ts";

/** The people procedures, called in process. */
export const callerOf = createCallerFactory(peopleRouter);
type Caller = ReturnType<typeof callerOf>;
export type JoinAnswers = NonNullable<Parameters<Caller["requestSignIn"]>[0]["join"]>;

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

export type PeopleStage = ReturnType<typeof createPeopleStage>;

/** Freezes Date until `vi.useRealTimers()`: better-auth knows no other clock. */
export function createPeopleStage(database: TestDatabase) {
  vi.useFakeTimers({ toFake: ["Date"] });
  const clock = createTestClock();
  const kv = createFakeKv(clock.now);
  const logLines: string[] = [];
  const delivered: DomainEvent[] = [];
  const options: TestContextOptions = {
    database,
    clock,
    kv,
    subscriptions: { "person.joined": ["probe"] },
    reactions: { probe: async (_ctx, event) => void delivered.push(event) },
  };
  let people = 0;
  return {
    database,
    clock,
    kv,
    logLines,
    delivered,
    db: createDb(database),
    year: new Date(clock.now()).getUTCFullYear(),
    browser: (more: Partial<TestContextOptions> = {}) =>
      createTestBrowser({ ...options, ...more }, logLines),
    newEmail: () => `person-${++people}-${crypto.randomUUID()}@people.test`,
    pass(ms: number): void {
      clock.advance(ms);
      vi.setSystemTime(clock.now());
    },
    mailsTo: (email: string) => readMailbox(kv, email),
  };
}

/** The stage of whichever test of a file runs: the database is the file's, all else is new each time. */
export function stagePeople(): PeopleStage {
  let database: TestDatabase;
  let current: PeopleStage;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database?.stop());
  beforeEach(() => {
    current = createPeopleStage(database);
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  return latest(() => current);
}

/** Calls a procedure from that browser; a failure is thrown as our own error. */
export async function call<T>(
  from: TestBrowser,
  work: (people: Caller) => Promise<T>,
  headers?: Record<string, string>,
) {
  const settled = from.ask(async (ctx) => {
    try {
      return await work(callerOf(ctx));
    } catch (error) {
      throw toAppError(error);
    }
  }, headers);
  return (await settled).answer;
}

/** The newest mail to that address, with what it holds. */
export async function lastMail(stage: PeopleStage, email: string) {
  const [mail] = await stage.mailsTo(email);
  if (!mail) throw new Error("no mail came");
  const token = new URL(mail.links[0] ?? "").searchParams.get("token") ?? "";
  return { ...mail, token, code: /^ {4}(\d{6})$/m.exec(mail.text)?.[1] ?? "" };
}

/** Asks for a mail and confirms by its link, in one browser or in two. */
export async function signIn(
  stage: PeopleStage,
  email: string,
  how: { join?: JoinAnswers; asking?: TestBrowser; confirming?: TestBrowser } = {},
) {
  const asking = how.asking ?? stage.browser();
  const { join } = how;
  // The mailbox is ordered by time, which stands still otherwise.
  stage.pass(1000);
  await call(asking, (people) => people.requestSignIn({ email, ...(join ? { join } : {}) }));
  const { token } = await lastMail(stage, email);
  stage.pass(1000);
  return call(how.confirming ?? asking, (people) => people.confirmSignIn({ token }));
}

/** A new adult student who is signed in, in a browser of its own. */
export async function signedInPerson(stage: PeopleStage, change: Partial<JoinAnswers> = {}) {
  const email = stage.newEmail();
  const asking = stage.browser();
  const join: JoinAnswers = { birthYear: stage.year - 30, persona: "student", ...change };
  await signIn(stage, email, { join, asking });
  return { email, browser: asking, user: await accountOf(stage, email) };
}

export async function accountOf(stage: PeopleStage, email: string) {
  const [user] = await stage.db.select().from(users).where(eq(users.email, email));
  if (!user) throw new Error("no account of that address");
  return user;
}

export async function whoIs(from: TestBrowser, headers?: Record<string, string>): Promise<Actor> {
  return (await from.ask(async (ctx) => ctx.actor, headers)).answer;
}
