/** A subject's root and leaves in workerd, with people whose handles we choose. */
import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { newId } from "#shared/ids.ts";
import { entryFor } from "#shared/protocol/leaf-directory.ts";
import { leafName, type PresenceSubject } from "#shared/protocol/room-names.ts";
import type { PresenceLeaf } from "#workers/features/presence/presence-leaf.room.ts";
import type { PresenceRoot } from "#workers/features/presence/presence-root.room.ts";
import { parseEnv } from "#workers/platform/env.ts";
import { connect, type RoomClient } from "./room-stage.ts";

export function rootStub(subject: PresenceSubject): DurableObjectStub<PresenceRoot> {
  const roots = parseEnv(env).PRESENCE_ROOT as unknown as DurableObjectNamespace<PresenceRoot>;
  return roots.getByName(subject);
}

export function leafStub(subject: PresenceSubject, leaf: number): DurableObjectStub<PresenceLeaf> {
  const leaves = parseEnv(env).PRESENCE_LEAF as unknown as DurableObjectNamespace<PresenceLeaf>;
  return leaves.getByName(leafName(subject, leaf));
}

/** How many sockets that leaf holds open. */
export function socketsOf(subject: PresenceSubject, leaf: number): Promise<number> {
  return runInDurableObject(
    leafStub(subject, leaf),
    (_, state) =>
      state.getWebSockets().filter((socket) => socket.readyState === WebSocket.OPEN).length,
  );
}

/** A browser: it has a tab in a subject, goes where it is sent, and comes back when it is closed. */
export class Visitor {
  readonly handle: string;
  client: RoomClient | null = null;
  moves = 0;
  readonly #subject: PresenceSubject;
  #going = false;
  #gone = false;

  constructor(subject: PresenceSubject, handle: string) {
    this.#subject = subject;
    this.handle = handle;
  }

  async come(): Promise<RoomClient> {
    const directory = await rootStub(this.#subject).directory();
    const name = leafName(this.#subject, entryFor(directory, this.handle).leaf);
    const person = { visitorId: newId("vis", Date.now()), alias: `Heron ${this.handle.slice(-3)}` };
    const change = { handle: this.handle, isMember: true };
    const client = await connect(person, "presence", name, change);
    this.client = client;
    client.hello();
    return client;
  }

  /** Does what it was told by now. */
  async obey(): Promise<void> {
    const { client } = this;
    if (!client || this.#going || this.#gone) return;
    const [move] = client.all("move");
    if (client.closed === null && !move) return;
    this.#going = true;
    this.moves += 1;
    if (move && client.closed === null) {
      await new Promise((resolve) => setTimeout(resolve, move.inMs));
      if (client.closed === null) client.leave();
    }
    await this.come();
    this.#going = false;
  }

  leave(): void {
    this.#gone = true;
    this.client?.leave();
  }
}
