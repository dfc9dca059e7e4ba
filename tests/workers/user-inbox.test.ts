/** A person's own room: all of their tabs know what is unread, and nobody else does. */
import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { newId, type UserId } from "#shared/ids.ts";
import { join, knock, pause, RoomClient, ticketFor } from "#tests/support/room-stage.ts";
import { createTestContext } from "#tests/support/test-context.ts";
import { inboxReact } from "#workers/features/inbox/inbox.events.ts";
import { markNoticesRead } from "#workers/features/inbox/mark-notices-read.ts";
import type { UserInbox } from "#workers/features/inbox/user-inbox.room.ts";
import { issueRoomTicket } from "#workers/features/realtime/issue-room-ticket.ts";
import type { Actor, Member } from "#workers/platform/actor.ts";
import { parseEnv } from "#workers/platform/env.ts";
import { durableRooms } from "#workers/platform/rooms.ts";

function context(actor?: Actor) {
  const { DATABASE_URL: databaseUrl, DATABASE_PROXY_URL: proxyUrl = "", ...config } = parseEnv(env);
  return createTestContext({
    database: { databaseUrl, proxyUrl },
    nowMs: Date.now(),
    rooms: durableRooms(parseEnv(env)),
    config: { TICKET_SECRET: config.TICKET_SECRET },
    ...(actor ? { actor } : {}),
  });
}

const room = { room: "inbox", name: "me" } as const;

async function open(person: Member): Promise<RoomClient> {
  const { path, protocols } = await issueRoomTicket(context(person).ctx, room);
  const { webSocket } = await knock(path, protocols);
  if (!webSocket) throw new Error("no socket");
  const client = new RoomClient(webSocket, `inbox/${person.userId}`);
  client.hello();
  await client.next("welcome");
  return client;
}

/** Somebody whom the person invited joins. */
async function tell(person: Member): Promise<void> {
  const { ctx } = context();
  const { visitorId, userId } = await join();
  const props = { inviterId: person.userId };
  await inboxReact(ctx, ctx.events.fact("invite.joined", { visitorId, userId, props }));
}

const unread = (client: RoomClient) =>
  client.frames.findLast((frame) => frame.type === "note")?.body.unread;

const stubOf = (userId: UserId) =>
  (parseEnv(env).USER_INBOX as unknown as DurableObjectNamespace<UserInbox>).getByName(userId);

it("tells all tabs at once what is unread, and when it was read", async () => {
  const person = await join();
  const [one, other] = [await open(person), await open(person)];
  await expect.poll(() => [unread(one), unread(other)]).toEqual([0, 0]);
  await tell(person);
  await expect.poll(() => [unread(one), unread(other)]).toEqual([1, 1]);
  const { ctx, settle } = context(person);
  await markNoticesRead(ctx, { until: Date.now() + 1_000 });
  await settle();
  await expect.poll(() => [unread(one), unread(other)]).toEqual([0, 0]);
});

it("says what came while nobody looked, and what it knew before it slept", async () => {
  const person = await join();
  await tell(person);
  const client = await open(person);
  await expect.poll(() => unread(client)).toBe(1);
  await evictDurableObject(stubOf(person.userId));
  await pause(5);
  client.leave();
  await client.end();
  await tell(person);
  const again = await open(person);
  await expect.poll(() => unread(again)).toBe(2);
});

it("is nobody else's: guests get no ticket, and no ticket names another person", async () => {
  const [person, other] = [await join(), await join()];
  const guest = { kind: "guest", visitorId: newId("vis", Date.now()) } as const;
  await expect(issueRoomTicket(context(guest).ctx, room)).rejects.toMatchObject({
    code: "UNAUTHENTICATED",
  });
  const named = { room: "inbox", name: person.userId } as const;
  await expect(issueRoomTicket(context(other).ctx, named)).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const own = await ticketFor(other, "inbox", other.userId);
  expect((await knock(`/ws/inbox/${person.userId}`, own)).status).toBe(401);
});

it("shows its person's notices by type, time and numbers alone", async () => {
  const person = await join();
  await tell(person);
  const client = await open(person);
  const note = await client.next("note");
  expect(note.items).toMatchObject([{ type: "invite_joined", props: {}, read: false }]);
});
