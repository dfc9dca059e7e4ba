/// <reference types="vite/client" />
/** The presence visit in docs/realtime-protocol.md is what a room really says. */
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import { type ClientBody, type ClientFrame, clientFrame } from "#shared/protocol/client-frames.ts";
import type { FeedRoomApi } from "#shared/protocol/feed-room.ts";
import type { FeedItem } from "#shared/protocol/server-frames.ts";
import { connect, type RoomClient } from "#tests/support/room-stage.ts";
import { spreadHandle } from "#tests/support/spread-handle.ts";
import { parseEnv } from "#workers/platform/env.ts";
import { durableRooms } from "#workers/platform/rooms.ts";
import protocol from "../../docs/realtime-protocol.md?raw";

const comeIn = (handle: string, alias: string) =>
  connect({ visitorId: newId("vis", Date.now()), alias }, "presence", "geometry:1", {
    handle,
    isMember: true,
  });

/** What differs from visit to visit is written the same: epochs and times. */
const same = (line: string) =>
  line.replaceAll(/"e":"[^"]+"/g, '"e":"mC0u1x2Q"').replaceAll(/\b1\d{12}\b/g, "1795237230618");

/** Both sides' words, in their order. */
function recorder(client: RoomClient) {
  const lines: string[] = [];
  let heard = 0;
  return {
    lines,
    say<T extends ClientFrame["type"]>(type: T, body: ClientBody<T>): void {
      const text = clientFrame(type, body);
      lines.push(same(`> ${text}`));
      client.send(text);
    },
    async hear(count: number): Promise<void> {
      await expect.poll(() => client.texts.length).toBeGreaterThanOrEqual(heard + count);
      for (const text of client.texts.slice(heard, heard + count)) lines.push(same(`< ${text}`));
      heard += count;
    },
  };
}

const leaf = durableRooms(parseEnv(env)).get<FeedRoomApi>("PRESENCE_LEAF", "geometry:1");
const finished: FeedItem = {
  id: "feed_01kc3v5s5xf8r8x9n7m4t2k6hd",
  type: "quiz_completed",
  handle: spreadHandle(1),
  alias: "Sunny Falcon 17",
  props: { deckId: "geo-area", score: 4, total: 5 },
  createdAt: 1795237260000,
};

it("is recorded anew and is the documented one", async () => {
  const client = await comeIn(spreadHandle(0), "Quiet Otter 42");
  const { lines, say, hear } = recorder(client);
  const t = "presence/geometry:1";
  say("hello", { id: "1", sid: "tab", topics: [{ t, e: null, q: 0 }] });
  await hear(3);
  const other = await comeIn(spreadHandle(1), "Sunny Falcon 17");
  other.hello();
  await hear(1);
  say("watch", { handles: [spreadHandle(1)] });
  await hear(1);
  other.say("set", { n: 1, status: "in_quiz", act: "deck" });
  await hear(2);
  lines.push("> p");
  client.send("p");
  await hear(1);
  say("set", { n: 1, status: "away" });
  await hear(2);
  await leaf.publish([finished]);
  await hear(1);
  await leaf.react([{ ev: finished.id, counts: { clap: 1, heart: 2 }, v: 3 }]);
  await hear(1);
  say("sync", { t });
  await hear(1);
  const documented = /## A presence visit\n[^#]*?```\n([^`]*)```/.exec(protocol)?.[1] ?? "";
  expect(`${lines.join("\n")}\n`).toBe(documented);
});
