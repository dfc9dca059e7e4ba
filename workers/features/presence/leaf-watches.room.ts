/** Tells watchers at once what those they watch do, in this leaf or another. */
import { memberChange } from "#shared/protocol/member-list.ts";
import { type RoomMember, serverFrame } from "#shared/protocol/server-frames.ts";
import { randomToken } from "../../platform/hmac.ts";
import { RoomTopic } from "../../platform/room-topic.ts";
import type { SeenPerson } from "./presence.ts";
import type { PresenceLeafApi, Sighting } from "./presence-api.ts";
import { WatchDesk } from "./watch-desk.ts";

export interface WatchSurroundings {
  own: number;
  /** The topic of one's own list is this with `#watched` behind it. */
  topicName: string;
  leafFor(handle: string): number;
  leaf(leaf: number): Pick<PresenceLeafApi, "follow" | "sighted">;
  person(handle: string): SeenPerson | null;
  send(socket: WebSocket, text: string): void;
}

interface OwnList {
  topic: RoomTopic<WebSocket>;
  told: Map<string, RoomMember>;
}

export class LeafWatches {
  readonly #at: WatchSurroundings;
  readonly #desk = new WatchDesk<WebSocket>();
  readonly #lists = new WeakMap<WebSocket, OwnList>();
  readonly #elsewhere = new Map<string, SeenPerson>();
  /** Whose changes another leaf is still to be told of. */
  readonly #waiting = new Map<number, Set<string>>();
  #followed = new Set<number>();

  constructor(surroundings: WatchSurroundings) {
    this.#at = surroundings;
  }

  /** The tab watches these from now on, and gets them as they are: a topic of its own begins. */
  async watch(socket: WebSocket, handles: readonly string[]): Promise<void> {
    this.#desk.watch(socket, handles);
    const name = `${this.#at.topicName}#watched`;
    const told = this.#seenBy(socket);
    this.#lists.set(socket, { topic: new RoomTopic(name, randomToken(6)), told });
    this.#sendWhole(socket);
    await this.refollow();
  }

  leave(socket: WebSocket): void {
    this.#desk.watch(socket, []);
  }

  /** Asks the leaves where the watched are; what they forgot by a sleep, too. Failures are retried with the next news. */
  async refollow(): Promise<void> {
    const wanted = this.#desk.wanted(this.#at.leafFor, this.#at.own);
    const given = [...this.#followed].filter((leaf) => !wanted.has(leaf));
    this.#followed = new Set(wanted.keys());
    const ask = async (leaf: number, handles: string[]) =>
      this.sighted(await this.#at.leaf(leaf).follow(this.#at.own, handles));
    await Promise.allSettled([
      ...given.map((leaf) => ask(leaf, [])),
      ...[...wanted].map(([leaf, handles]) => ask(leaf, handles)),
    ]);
  }

  /** Another leaf's people watch these: answers them as they are. */
  follow(leaf: number, handles: readonly string[]): Sighting[] {
    this.#desk.follow(leaf, handles);
    return handles.map((handle) => [handle, this.#at.person(handle)]);
  }

  /** People of other leaves as they are now. */
  sighted(sightings: readonly Sighting[]): void {
    for (const [handle, person] of sightings) {
      if (person) this.#elsewhere.set(handle, person);
      else this.#elsewhere.delete(handle);
    }
    this.#tell(sightings.map(([handle]) => handle));
  }

  /** People of this leaf have changed. Answers when other leaves know that, where any asked. */
  changed(handles: readonly string[]): Promise<unknown> | null {
    this.#tell(handles);
    const followers = [...this.#desk.followers(handles)];
    if (followers.length === 0) return null;
    return Promise.all(followers.map(([leaf, theirs]) => this.#pass(leaf, theirs)));
  }

  /** One word to a leaf is on the way at a time; what changes meanwhile goes with the next one. */
  async #pass(leaf: number, handles: readonly string[]): Promise<void> {
    const waiting = this.#waiting.get(leaf);
    for (const handle of waiting ? handles : []) waiting?.add(handle);
    if (waiting) return;
    for (let next = new Set(handles); next.size > 0; ) {
      const later = new Set<string>();
      this.#waiting.set(leaf, later);
      const sightings = [...next].map((handle): Sighting => [handle, this.#at.person(handle)]);
      await Promise.allSettled([this.#at.leaf(leaf).sighted(sightings)]);
      next = later;
    }
    this.#waiting.delete(leaf);
  }

  #tell(handles: readonly string[]): void {
    for (const socket of this.#desk.audience(handles).keys()) {
      const list = this.#lists.get(socket);
      if (!list) continue;
      const seen = this.#seenBy(socket);
      const change = memberChange(list.told, seen);
      list.told = seen;
      if (!change) continue;
      const n = seen.size;
      const text = list.topic.advance((step) => serverFrame("diff", { ...step, ...change, n }));
      this.#at.send(socket, text);
    }
  }

  #sendWhole(socket: WebSocket): void {
    const list = this.#lists.get(socket);
    if (!list) return;
    const members = [...list.told.values()];
    const body = { ...list.topic.position(), members, feed: [], n: members.length };
    this.#at.send(socket, serverFrame("snap", body));
  }

  #seenBy(socket: WebSocket): Map<string, RoomMember> {
    const seen = new Map<string, RoomMember>();
    for (const handle of this.#desk.watchedBy(socket)) {
      const here = this.#at.leafFor(handle) === this.#at.own;
      const person = this.#at.person(handle) ?? (here ? null : this.#elsewhere.get(handle));
      if (person) seen.set(handle, person);
    }
    return seen;
  }
}
