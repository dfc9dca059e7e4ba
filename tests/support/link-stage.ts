/// <reference types="@cloudflare/vitest-plugin/types" />
/** Smart links in workerd: an inviter with a link, and clients whose telemetry one can look at. */
import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { newId } from "#shared/ids.ts";
import { tokenScopes } from "#shared/token-scopes.ts";
import worker from "#workers/app.ts";
import { issueAccessToken } from "#workers/features/people/access-token.ts";
import { storeTelemetry } from "#workers/features/smart-links/smart-links.telemetry.ts";
import type { Member } from "#workers/platform/actor.ts";
import {
  messagesIn,
  type TelemetryBatch,
  type TelemetryMessage,
} from "#workers/platform/telemetry.ts";
import { stageDb } from "./room-stage.ts";
import { createTestContext } from "./test-context.ts";
import { insertMember } from "./test-people.ts";
import { workerTestUrl } from "./worker-test-vars.ts";

export const chrome =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Safari/537.36";

/** What the clients of one test sent by the queue, held back until `store`. */
export function makeStage({ queueFails = false } = {}) {
  const queue: TelemetryMessage[] = [];
  const TELEMETRY = {
    send: async (body: TelemetryMessage | TelemetryBatch) => {
      if (queueFails) throw new Error("the queue is full");
      queue.push(...messagesIn([body]));
    },
  };
  const ask = async (
    path: string,
    headers: Record<string, string> = {},
    init: RequestInit = {},
  ) => {
    const execution = createExecutionContext();
    const request = new Request(workerTestUrl + path, { ...init, headers, redirect: "manual" });
    const response = await worker.fetch(request, { ...env, TELEMETRY }, execution);
    await waitOnExecutionContext(execution);
    return response;
  };
  const store = async () => {
    const { DATABASE_URL = "", DATABASE_PROXY_URL = "" } = env as Record<string, string>;
    const database = { databaseUrl: DATABASE_URL, proxyUrl: DATABASE_PROXY_URL };
    await storeTelemetry(createTestContext({ database }).ctx, queue);
  };
  return { ask, queue, store };
}

/** A new member with a token for the REST interface. */
export async function newMember(change: Partial<Member> = {}) {
  const db = stageDb();
  const now = Date.now();
  const person = await insertMember(db, now, change);
  const token = {
    id: newId("pat", now),
    userId: person.userId,
    name: "test",
    scopes: tokenScopes,
    now,
    days: 1,
  };
  return { person, bearer: { Authorization: `Bearer ${await issueAccessToken(db, token)}` } };
}

/** A link to a deck, made through REST. */
export async function newLink(
  { ask }: Pick<ReturnType<typeof makeStage>, "ask">,
  bearer: Record<string, string>,
  deckId = "alg-expressions",
): Promise<string> {
  const input = { loop: "buddy_challenge", destination: "fvm.deck", params: { deckId } };
  const headers = { ...bearer, "Content-Type": "application/json", "User-Agent": chrome };
  const init = { method: "POST", body: JSON.stringify(input) };
  const response = await ask("/api/links", headers, init);
  return ((await response.json()) as { code: string }).code;
}

/** The `Cookie` header that a browser sends after this answer. */
export function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");
}
