/** One leaf of a subject's presence: its sockets, around the book of who is here. */
import { closeCodes } from "#shared/protocol/close-codes.ts";
import type { LeafDirectory } from "#shared/protocol/leaf-directory.ts";
import { leafName, socketPath } from "#shared/protocol/room-names.ts";
import { serverFrame } from "#shared/protocol/server-frames.ts";
import type { Seat } from "../../platform/room-seat.ts";
import type { TopicPosition } from "../../platform/room-topic.ts";
import { keepDirectory, keptDirectory } from "./directory-table.ts";
import { LeafServer, type Mark, type Tab } from "./leaf-server.room.ts";
import { PingTable } from "./ping-table.ts";
import type { LeafReport } from "./presence.ts";
import type { Ping, PresenceLeafApi, Sighting, SubjectNews } from "./presence-api.ts";

export class PresenceLeaf extends LeafServer implements PresenceLeafApi {
  #epochs: SubjectNews["epochs"] = {};
  readonly #pings = new PingTable(this.ctx.storage.sql);

  protected override async load(): Promise<void> {
    const kept = keptDirectory(this.ctx.storage.sql);
    await this.#learn(kept ?? (await this.root().directory()));
    for (const socket of this.sockets.greeted()) {
      const { handle, alias, mark, ...seat } = this.sockets.seat(socket);
      if (seat.isMember) this.leaf.arrive(socket, { handle, alias }, mark, this.clock.now());
      // Whoever counted here before this leaf slept is not asked for at the others again.
      if (mark.settled) this.leaf.book.settle(handle);
      if (mark.watch.length > 0) this.ctx.waitUntil(this.watches.watch(socket, mark.watch));
    }
    const pings = this.#pings.all();
    for (const { person, told } of pings) {
      this.leaf.arrive(person.handle, person, { ...told, n: 0 }, this.clock.now());
    }
    if (this.sockets.greeted().length + pings.length > 0) this.changed();
  }

  /** Takes a newer directory, and tells those who belong elsewhere where to go. */
  async #learn(directory: LeafDirectory | null): Promise<void> {
    if (!directory || !this.leaf.take(directory)) return;
    keepDirectory(this.ctx.storage.sql, directory);
    const now = this.clock.now();
    for (const socket of this.sockets.greeted()) {
      const seat = this.sockets.seat(socket);
      const departure = this.leaf.departure(seat.handle);
      // The first word counts: a leaf that wakes must not put people off once more.
      const leavesAt = departure && (seat.mark.leavesAt ?? now + departure.inMs);
      if (leavesAt !== seat.mark.leavesAt) {
        this.sockets.keep(socket, { ...seat, mark: { ...seat.mark, leavesAt } });
      }
      if (!departure) continue;
      const url = socketPath("presence", leafName(this.subject(), departure.leaf));
      const inMs = Math.max(0, (leavesAt ?? now) - now);
      this.sockets.send(socket, serverFrame("move", { url, inMs }));
    }
    this.due();
    await this.watches.refollow();
  }

  async hear(news: SubjectNews): Promise<void> {
    await this.ready();
    const before = this.#epochs;
    this.#epochs = news.epochs;
    this.view.hear(news.totals);
    await this.#learn(news.directory);
    const woken = Object.entries(news.epochs).some(([leaf, epoch]) => before[+leaf] !== epoch);
    if (woken) await this.watches.refollow();
    if (!this.leaf.isOnly) this.heardNews();
  }

  async reportNow(): Promise<LeafReport> {
    await this.ready();
    const seats = this.sockets.seats().filter(({ handle }) => this.leaf.belongs(handle));
    return this.leaf.report(seats.length);
  }

  async letGo(handles: readonly string[], directory: LeafDirectory): Promise<string[]> {
    await this.ready();
    await this.#learn(directory);
    const { gone, tabs } = this.leaf.letGo(handles);
    await this.#end(tabs, closeCodes.moved);
    this.changed();
    return gone;
  }

  async #end(tabs: readonly Tab[], code: number): Promise<void> {
    for (const tab of tabs) {
      if (typeof tab === "string") this.#pings.drop(tab);
      else await this.dismiss(tab, code);
    }
  }

  async takePing(ping: Ping, directory: LeafDirectory): Promise<void> {
    await this.ready();
    await this.#learn(directory);
    const now = this.clock.now();
    const { handle, alias, status, act } = ping;
    if (this.isOutdated(handle, ping.readAt)) return;
    if (ping.gone) return this.#endPing(handle, now);
    const endsAt = now + this.leaseMs({ status });
    this.#pings.keep({ handle, alias }, { status, act }, endsAt);
    const arrival = this.leaf.arrive(handle, { handle, alias }, { status, act, n: 0 }, now);
    this.changed();
    await this.wakeBy(Math.min(endsAt, now + this.settings.leaseCheckMs));
    if (arrival) await this.#settle().catch(() => this.due());
  }

  #endPing(handle: string, now: number): void {
    this.#pings.drop(handle);
    this.leaf.book.leave(handle, now);
    this.changed();
  }

  async reseat(handle: string, issuedUntil: number): Promise<void> {
    await this.ready();
    await this.endSeats(handle, issuedUntil);
    this.#pings.drop(handle);
    // Nobody waits for the grace of a leave: whoever hides is gone now.
    this.leaf.book.forget(handle);
    this.changed();
  }

  async follow(leaf: number, handles: readonly string[]): Promise<Sighting[]> {
    await this.ready();
    return this.watches.follow(leaf, handles);
  }

  async sighted(sightings: readonly Sighting[]): Promise<void> {
    await this.ready();
    this.watches.sighted(sightings);
  }

  protected override async report(): Promise<void> {
    try {
      // A leaf that wakes has to know its people before it says how many they are.
      await this.ready();
      await this.#settle();
      const report = await this.reportNow();
      await this.#learn(await this.root().report(report, this.leaf.directory));
    } catch {
      this.due();
    }
  }

  /** Those who came from another leaf are counted here once it has let go of them. */
  async #settle(): Promise<void> {
    const arrival = this.leaf.unsettled(this.clock.now());
    let handles = arrival?.handles ?? [];
    for (const leaf of arrival?.from ?? []) {
      const gone = new Set(await this.sibling(leaf).letGo(handles, this.leaf.directory));
      handles = handles.filter((handle) => gone.has(handle));
    }
    for (const handle of handles) this.settled(handle);
    this.changed();
  }

  protected override async onJoin(socket: WebSocket, has: TopicPosition | null): Promise<void> {
    const { handle, alias, mark, ...seat } = this.sockets.seat(socket);
    if (!this.leaf.belongs(handle)) await this.#learn(await this.root().directory());
    if (!this.leaf.belongs(handle)) return this.dismiss(socket, closeCodes.moved);
    this.catchUp(socket, has);
    if (!seat.isMember) return;
    const arrival = this.leaf.arrive(socket, { handle, alias }, mark, this.clock.now());
    if (!arrival) this.settled(handle);
    this.changed();
    if (arrival) await this.#settle().catch(() => this.due());
  }

  protected override onLeave(_seat: Seat<Mark>, socket: WebSocket): void {
    this.watches.leave(socket);
    this.leaf.book.leave(socket, this.clock.now());
    this.changed();
  }

  /** Reports also when nothing changed: the root forgets a leaf that is silent. */
  protected override onAlarm(now: number): number | null {
    for (const handle of this.#pings.expired(now)) this.#endPing(handle, now);
    this.leaf.book.release(now);
    this.changed();
    const lateAt = now - 2 * this.settings.leaveGraceMs;
    for (const socket of this.sockets.living()) {
      const { handle, mark } = this.sockets.seat(socket);
      if (mark.leavesAt !== null && mark.leavesAt <= lateAt) {
        // No grace: from now on whoever comes to the new leaf counts there unasked.
        const { tabs } = this.leaf.letGo([handle]);
        this.ctx.waitUntil(this.#end([...tabs, socket], closeCodes.moved));
      }
    }
    this.dueReport();
    const next = this.#pings.nextEnd();
    return next === null ? null : Math.min(next, now + this.settings.leaseCheckMs);
  }
}
