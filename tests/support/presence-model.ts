/** A subject without any runtime: leaves, a root and browsers around the pure parts, step by step. */

import {
  entryFor,
  firstDirectory,
  type LeafDirectory,
  rebalance,
} from "#shared/protocol/leaf-directory.ts";
import { Leaf } from "#workers/features/presence/leaf.ts";
import { type LeafReport, leaseEnd, type Told } from "#workers/features/presence/presence.ts";
import { Tally } from "#workers/features/presence/tally.ts";
import { standardSettings } from "#workers/platform/realtime-settings.ts";
import { spreadHandle } from "./spread-handle.ts";

/** A socket, held by its leaf's runtime: it outlives the leaf's memory. */
interface Socket {
  id: number;
  handle: string;
  leaf: number;
  told: Told & { n: number };
  heardAt: number;
  /** Nobody is at the other end any more. */
  dead: boolean;
  leavesAt: number | null;
}

/** What a test may break, to show that the invariants notice. */
export type Fault =
  | "none"
  | "no_grace_end"
  | "late_report_counts"
  | "moved_counts_twice"
  | "half_open_stays"
  | "old_set_wins"
  | "leaf_forgets_sockets";

const settings = { ...standardSettings, leafTarget: 5, leafSplit: 8, moveSpreadMs: 5_000 };

export class PresenceModel {
  now = 1_800_000_000_000;
  readonly #fault: Fault;
  #sockets = new Map<number, Socket>();
  #leaves = new Map<number, Leaf<number>>();
  #directory: LeafDirectory = firstDirectory(this.now);
  #tally = new Tally(settings);
  #post: LeafReport[] = [];
  #nextSocket = 1;
  #kept = new Map<number, LeafDirectory>();
  #alarmAt = this.now;
  /** By leaf, the newest word that reached the root, and when. */
  #newest = new Map<number, { report: LeafReport; at: number }>();

  constructor(fault: Fault = "none") {
    this.#fault = fault;
  }

  leafCount = () => this.#directory.entries.length;
  total = () => this.#tally.totals();

  /** What is wrong at this very moment; null when nothing is. */
  wrongNow(): string | null {
    const seen = [...this.#leaves.values()].flatMap(({ book }) =>
      book.people().map(({ handle }) => handle),
    );
    const twice = seen.find((handle, index) => seen.indexOf(handle) !== index);
    if (twice) return `${twice} counts in two leaves`;
    const words = [...this.#newest.values()];
    const heard = words.filter(({ at }) => this.now - at < settings.leafSilentMs);
    const n = heard.reduce((sum, { report }) => sum + report.n, 0);
    return n === this.total().n ? null : `root says ${this.total().n}, its leaves ${n}`;
  }

  /** People who have a living socket: what should be counted once all has calmed down. */
  living(): Map<string, Told> {
    const best = new Map<string, Told>();
    const order = ["in_quiz", "studying", "online", "away"];
    for (const { dead, handle, told } of this.#sockets.values()) {
      const known = best.get(handle);
      const stronger = !known || order.indexOf(told.status) < order.indexOf(known.status);
      if (!dead && stronger) best.set(handle, told);
    }
    return best;
  }

  /** One person's tabs are in one leaf, and nobody is in a book without a socket or a grace. */
  scattered(): string[] {
    const places = new Map<string, Set<number>>();
    for (const { handle, leaf } of this.#sockets.values()) {
      places.set(handle, (places.get(handle) ?? new Set()).add(leaf));
    }
    return [...places].filter(([, leaves]) => leaves.size > 1).map(([handle]) => handle);
  }

  #leaf(number: number): Leaf<number> {
    const known = this.#leaves.get(number);
    if (known) return known;
    const leaf = new Leaf<number>(number, this.now, settings);
    // What it knew is in its storage: it may be older than what the root knows.
    const kept = this.#kept.get(number) ?? this.#directory;
    this.#kept.set(number, kept);
    leaf.take(kept);
    this.#leaves.set(number, leaf);
    if (this.#fault === "leaf_forgets_sockets") return leaf;
    for (const socket of this.#sockets.values()) {
      if (socket.leaf !== number) continue;
      leaf.arrive(socket.id, { handle: socket.handle, alias: "" }, socket.told, this.now);
    }
    return leaf;
  }

  join(person: number): void {
    const handle = spreadHandle(person);
    const leaf = entryFor(this.#directory, handle).leaf;
    this.#learn(leaf);
    const told = { status: "online", act: null, n: 0 } as const;
    const id = this.#nextSocket++;
    this.#leaf(leaf).arrive(id, { handle, alias: "" }, told, this.now);
    const socket = { id, handle, leaf, told, heardAt: this.now, dead: false, leavesAt: null };
    this.#sockets.set(id, socket);
    this.#settle(leaf);
  }

  #pick(choice: number): Socket | null {
    const alive = [...this.#sockets.values()].filter(({ dead }) => !dead);
    return alive[choice % Math.max(1, alive.length)] ?? null;
  }

  leave(choice: number): void {
    const socket = this.#pick(choice);
    if (socket) this.#close(socket);
  }

  #close(socket: Socket): void {
    this.#sockets.delete(socket.id);
    this.#leaf(socket.leaf).book.leave(socket.id, this.now);
  }

  /** The other end is gone without a word. */
  halfOpen(choice: number): void {
    const socket = this.#pick(choice);
    if (socket) socket.dead = true;
  }

  set(choice: number, status: Told["status"], late: boolean): void {
    const socket = this.#pick(choice);
    if (!socket) return;
    const n = late ? socket.told.n : socket.told.n + 1;
    const told = { status, act: null, n };
    if (!late) socket.told = told;
    socket.heardAt = this.now;
    const book = this.#leaf(socket.leaf).book;
    book.set(socket.id, this.#fault === "old_set_wins" ? { ...told, n: n + 0.5 } : told, this.now);
  }

  evictLeaf(choice: number): void {
    const numbers = [...this.#leaves.keys()];
    const number = numbers[choice % Math.max(1, numbers.length)];
    if (number !== undefined) this.#leaves.delete(number);
  }

  /** The root wakes with its directory and without its reports: it asks its leaves. */
  evictRoot(): void {
    this.#tally = new Tally(settings);
    this.#newest.clear();
    for (const { leaf } of this.#directory.entries) this.#deliver(this.#reportOf(leaf));
  }

  #reportOf(number: number): LeafReport {
    const leaf = this.#leaf(number);
    const own = [...this.#sockets.values()].filter(
      (socket) => socket.leaf === number && leaf.belongs(socket.handle),
    );
    return leaf.report(own.length);
  }

  report(choice: number): void {
    const numbers = [...this.#leaves.keys()];
    const number = numbers[choice % Math.max(1, numbers.length)];
    if (number === undefined) return;
    this.#learn(number);
    this.#settle(number);
    this.#post.push(this.#reportOf(number));
  }

  /** Some report on its way arrives; it may come again. */
  deliver(choice: number, again: boolean): void {
    const at = choice % Math.max(1, this.#post.length);
    const report = again ? this.#post[at] : this.#post.splice(at, 1)[0];
    if (report) this.#deliver(report);
  }

  lose(choice: number): void {
    this.#post.splice(choice % Math.max(1, this.#post.length), 1);
  }

  #deliver(report: LeafReport): void {
    const last = this.#newest.get(report.leaf)?.report;
    const order = last ? report.epoch - last.epoch || report.seq - last.seq : 1;
    if (order > 0) this.#newest.set(report.leaf, { report, at: this.now });
    const late = this.#fault === "late_report_counts";
    const told = late ? { ...report, epoch: this.now, seq: this.#nextSocket++ + 1e6 } : report;
    if (!this.#tally.take(told, this.now)) return;
    this.#directory = rebalance(this.#directory, this.#tally.sizes(), settings, this.now);
  }

  #learn(number: number): void {
    const leaf = this.#leaf(number);
    if (!leaf.take(this.#directory)) return;
    this.#kept.set(number, this.#directory);
    for (const socket of this.#sockets.values()) {
      if (socket.leaf !== number) continue;
      const departure = leaf.departure(socket.handle);
      socket.leavesAt = departure && (socket.leavesAt ?? this.now + departure.inMs);
    }
  }

  #settle(number: number): void {
    const leaf = this.#leaf(number);
    const arrival = leaf.unsettled(this.now);
    if (!arrival) return;
    let { handles } = arrival;
    for (const from of arrival.from) {
      if (this.#fault === "moved_counts_twice") continue;
      this.#learn(from);
      const { gone, tabs } = this.#leaf(from).letGo(handles);
      handles = handles.filter((handle) => gone.includes(handle));
      for (const id of tabs) this.#reopen(id);
    }
    for (const handle of handles) leaf.book.settle(handle);
  }

  /** Closed with 4409: a living browser comes back at its new leaf. */
  #reopen(id: number): void {
    const socket = this.#sockets.get(id);
    if (!socket) return;
    this.#sockets.delete(id);
    if (!socket.dead) this.#comeBack(socket);
  }

  #comeBack(socket: Socket): void {
    const leaf = entryFor(this.#directory, socket.handle).leaf;
    this.#learn(leaf);
    const { handle, told } = socket;
    this.#leaf(leaf).arrive(socket.id, { handle, alias: "" }, told, this.now);
    this.#sockets.set(socket.id, { ...socket, leaf, heardAt: this.now, leavesAt: null });
    this.#settle(leaf);
  }

  /** Time goes by: heartbeats, leases, graces, and people who go where they were sent. */
  pass(ms: number): void {
    this.now += ms;
    if (this.now - this.#alarmAt >= 60_000) this.#alarm();
    for (const socket of [...this.#sockets.values()]) {
      if (!this.#sockets.has(socket.id)) continue;
      if (!socket.dead) socket.heardAt = this.now;
      const moves = socket.leavesAt !== null && socket.leavesAt <= this.now;
      if (moves && !socket.dead) {
        this.#close(socket);
        this.#comeBack(socket);
      } else if (this.#fault !== "half_open_stays" && this.#isOver(socket)) this.#close(socket);
    }
    for (const number of [...this.#leaves.keys()]) {
      if (this.#fault !== "no_grace_end") this.#leaf(number).book.release(this.now);
    }
    this.#tally.dropSilent(this.now);
  }

  /** Each leaf hears from the root, and lets go of those who should have left. */
  #alarm(): void {
    this.#alarmAt = this.now;
    const held = [...this.#sockets.values()].map(({ leaf }) => leaf);
    for (const leaf of new Set([...this.#leaves.keys(), ...held])) this.#learn(leaf);
    const lateAt = this.now - 2 * settings.leaveGraceMs;
    for (const { id, handle, leaf, leavesAt } of [...this.#sockets.values()]) {
      if (leavesAt === null || leavesAt > lateAt || !this.#sockets.has(id)) continue;
      for (const tab of this.#leaf(leaf).letGo([handle]).tabs) this.#reopen(tab);
      if (this.#sockets.get(id)?.leaf === leaf) this.#reopen(id);
    }
  }

  #isOver({ told, heardAt }: Socket): boolean {
    return leaseEnd(told.status, heardAt, settings) <= this.now;
  }

  /** Long enough without news for every lease, grace and move to be over, and all reports in. */
  calm(): void {
    for (let round = 0; round < 40; round++) {
      this.pass(10_000);
      const held = [...this.#sockets.values()].map(({ leaf }) => leaf);
      const serving = this.#directory.entries.map(({ leaf }) => leaf);
      for (const leaf of new Set([...held, ...serving, ...this.#leaves.keys()])) {
        this.#learn(leaf);
        this.#settle(leaf);
        this.#deliver(this.#reportOf(leaf));
      }
      for (const report of this.#post.splice(0)) this.#deliver(report);
    }
  }
}
