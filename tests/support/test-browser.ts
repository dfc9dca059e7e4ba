/** A browser in a test: keeps cookies, and asks as the Worker would let it, without HTTP. */

import { readActor } from "#workers/features/people/read-actor.ts";
import type { RequestCtx } from "#workers/platform/context.ts";
import { keepVisitor, readVisitor } from "#workers/platform/visitor-cookie.ts";
import { faultOfLine } from "./cookie-rules.ts";
import { createTestContext, type TestContextOptions } from "./test-context.ts";

export interface TestBrowser {
  /** One request: reads cookies and session, runs `work`, keeps the cookies of the answer. */
  ask<T>(
    work: (ctx: RequestCtx) => Promise<T>,
    headers?: Record<string, string>,
  ): Promise<Asked<T>>;
  cookies: Map<string, string>;
}

export interface Asked<T> {
  answer: T;
  roundTrips: number;
  setCookies: readonly string[];
}

/** All browsers of a test share `options` (clock, KV, database) and `logLines`. */
export function createTestBrowser(
  options: TestContextOptions,
  logLines: string[] = [],
): TestBrowser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async ask(work, headers = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const test = createTestContext({ ...options, headers: { cookie, ...headers } });
      const secret = test.ctx.config.COOKIE_SECRET;
      const known = await readVisitor(test.ctx.cookies, secret);
      const visitorId = known ?? test.ctx.ids.next("vis");
      if (!known) await keepVisitor(test.ctx.cookies, secret, visitorId);
      const guest: RequestCtx = { ...test.ctx, actor: { kind: "guest", visitorId } };
      try {
        const answer = await work({ ...guest, actor: (await readActor(guest)) ?? guest.actor });
        await test.settle();
        return { answer, roundTrips: test.roundTrips.count, setCookies: test.ctx.cookies.lines() };
      } finally {
        logLines.push(...test.logLines);
        for (const line of test.ctx.cookies.lines()) keep(cookies, line);
      }
    },
  };
}

/** Throws where an answer sets a cookie that is none of ours, or not as it has to be. */
function keep(cookies: Map<string, string>, line: string): void {
  const fault = faultOfLine(line);
  if (fault) throw new Error(fault);
  const [pair = ""] = line.split(";", 1);
  const name = pair.slice(0, pair.indexOf("="));
  if (/; Max-Age=0(;|$)/.test(line)) cookies.delete(name);
  else cookies.set(name, pair.slice(name.length + 1));
}
