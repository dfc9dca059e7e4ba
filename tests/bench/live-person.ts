/** One person with one tab in a subject, who does what the protocol asks of a client. */
import { backoffMs } from "#app/live/backoff.ts";
import type { Activity, Status } from "#shared/protocol/client-frames.ts";
import { clientFrame } from "#shared/protocol/client-frames.ts";
import { closeCodes } from "#shared/protocol/close-codes.ts";
import { wireLimits } from "#shared/protocol/limits.ts";
import type { PresenceSubject } from "#shared/protocol/room-names.ts";
import type { ServerBody } from "#shared/protocol/server-frames.ts";
import type { LivePersonName, LiveSite } from "./live-site.ts";
import { knock, type LiveDoor, type LiveWire } from "./live-wire.ts";

/** What all people of a bench add up to. */
export interface LiveCounts {
  ok: number;
  welcomes: number;
  moves: number;
  /** Frames that did not follow the one before. */
  gaps: number;
  errors: Map<string, number>;
  closes: Map<number, number>;
  refusals: Map<number, number>;
}

/** What a bench listens to. `at`: `performance.now()` of the frame. */
export interface LiveEars {
  counts: LiveCounts;
  onOk?(tookMs: number): void;
  onWatched?(upd: ServerBody<"diff">["upd"], at: number): void;
  onOcc?(body: ServerBody<"occ">, at: number): void;
  onEv?(text: string): void;
}

const head = /^\["(\w+)",\{"t":"([^"]+)","e":"([^"]+)",(?:"q0":(\d+),)?"q":(\d+)/;

export class LivePerson {
  readonly name: LivePersonName;
  readonly subject: PresenceSubject;
  ears: LiveEars;
  told: { status: Status; act: Activity | null } = { status: "online", act: null };
  wire: LiveWire | null = null;
  greeted = false;
  topic = "";
  watch: readonly string[] = [];
  /** How often a room closed with 4401, for a new ticket. */
  sentBack = 0;
  /** Of the last connection that was greeted: its ticket is used. */
  usedDoor: LiveDoor | null = null;
  #door: LiveDoor | null = null;
  readonly #site: LiveSite;
  #position: { e: string | null; q: number } = { e: null, q: 0 };
  #watched: { e: string | null; q: number } = { e: null, q: 0 };
  #acked = 0;
  #n = 0;
  #setAt = 0;
  #retries = 0;
  #moved = false;
  #stays = true;
  #welcomed: (() => void) | null = null;

  constructor(site: LiveSite, subject: PresenceSubject, name: LivePersonName, ears: LiveEars) {
    this.#site = site;
    this.subject = subject;
    this.name = name;
    this.ears = ears;
  }

  /** Resolves when the room has greeted them, after as many tries as it takes. */
  come(): Promise<void> {
    return new Promise((resolve) => {
      this.#welcomed = resolve;
      void this.#connect();
    });
  }

  leave(): void {
    this.#stays = false;
    this.wire?.close();
  }

  async #connect(): Promise<void> {
    const waitMs = backoffMs(this.#retries, Math.random());
    this.#retries += 1;
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    if (!this.#stays) return;
    try {
      const door = await this.#site.door(this.subject, this.name, this.#moved);
      this.#door = door;
      if (door.topic !== this.topic) this.#position = { e: null, q: 0 };
      this.topic = door.topic;
      const knocked = await knock(door, {
        onText: (text) => this.#hear(text),
        onClose: (code) => this.#lost(code),
      });
      if (knocked.status === "open") return this.#hello(knocked.wire);
      count(this.ears.counts.refusals, knocked.http);
    } catch {
      count(this.ears.counts.refusals, 0);
    }
    void this.#connect();
  }

  #hello(wire: LiveWire): void {
    this.wire = wire;
    const topics = [{ t: this.topic, ...this.#position }];
    wire.send(clientFrame("hello", { id: "1", sid: "tab", topics }));
    if (this.watch.length > 0) this.watchThese(this.watch);
    if (this.#n > 0) wire.send(clientFrame("set", { n: this.#n, ...this.told }));
  }

  watchThese(handles: readonly string[]): void {
    this.watch = handles;
    this.wire?.send(clientFrame("watch", { handles: [...handles] }));
  }

  set(status: Status, act: Activity | null): void {
    this.told = { status, act };
    this.#n += 1;
    this.#setAt = performance.now();
    this.wire?.send(clientFrame("set", { n: this.#n, status, act }));
  }

  #lost(code: number): void {
    this.wire = null;
    this.greeted = false;
    if (!this.#stays) return;
    if (code === closeCodes.newTicket) this.sentBack += 1;
    if (!(this.#moved && code === 1000)) count(this.ears.counts.closes, code);
    if (code === closeCodes.moved) this.#moved = true;
    void this.#connect();
  }

  #hear(text: string): void {
    const { counts } = this.ears;
    if (text.startsWith('["ok"')) {
      counts.ok += 1;
      this.ears.onOk?.(performance.now() - this.#setAt);
    } else if (text.startsWith('["welcome"')) {
      counts.welcomes += 1;
      this.greeted = true;
      this.usedDoor = this.#door;
      this.#retries = 0;
      this.#moved = false;
      this.#welcomed?.();
      this.#welcomed = null;
    } else if (text.startsWith('["occ"')) {
      this.ears.onOcc?.(bodyOf<"occ">(text), performance.now());
    } else if (text.startsWith('["move"')) {
      counts.moves += 1;
      this.#moveIn(bodyOf<"move">(text).inMs);
    } else if (text.startsWith('["err"')) {
      count(counts.errors, bodyOf<"err">(text).code);
    } else if (text !== "P") this.#follow(text);
  }

  #moveIn(inMs: number): void {
    const { wire } = this;
    setTimeout(() => {
      if (this.wire !== wire || !wire) return;
      this.#moved = true;
      this.#retries = 0;
      wire.close();
    }, inMs);
  }

  /** Keeps to epoch and sequence, as the protocol says, and notes what does not fit. */
  #follow(text: string): void {
    const [, type, topic, e = null, q0, q] = head.exec(text) ?? [];
    const isWatched = topic?.endsWith("#watched") ?? false;
    const before = isWatched ? this.#watched : this.#position;
    const next = { e, q: Number(q) };
    if (type === "snap") this.#acked = isWatched ? this.#acked : next.q;
    else if (before.e !== e || before.q !== Number(q0)) this.ears.counts.gaps += 1;
    if (isWatched) this.#watched = next;
    else this.#position = next;
    if (type === "ev") this.ears.onEv?.(text);
    if (isWatched && type === "diff") {
      this.ears.onWatched?.(bodyOf<"diff">(text).upd, performance.now());
    }
    if (isWatched || next.q - this.#acked < wireLimits.ackEvery) return;
    this.#acked = next.q;
    this.wire?.send(clientFrame("ack", { t: topic ?? "", ...next }));
  }
}

function bodyOf<T extends "occ" | "move" | "err" | "diff">(text: string): ServerBody<T> {
  return (JSON.parse(text) as [T, ServerBody<T>])[1];
}

export function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
