/** One leaf of a subject's presence: its sockets, around the book of who is here. */
import { closeCodes } from "#shared/protocol/close-codes.ts";
import type { ReactionNews } from "#shared/protocol/feed-room.ts";
import type { LeafDirectory } from "#shared/protocol/leaf-directory.ts";
import { leafName, socketPath } from "#shared/protocol/room-names.ts";
import { type FeedItem, serverFrame } from "#shared/protocol/server-frames.ts";
import { RoomReactions } from "../../platform/room-reactions.ts";
import type { Seat } from "../../platform/room-seat.ts";
import type { TopicPosition } from "../../platform/room-topic.ts";
import { keepDirectory, keptDirectory } from "./directory-table.ts";
import { LeafServer, type Mark } from "./leaf-server.room.ts";
import type { LeafReport } from "./presence.ts";
import type { PresenceLeafApi, Sighting, SubjectNews } from "./presence-api.ts";

export class PresenceLeaf extends LeafServer implements PresenceLeafApi {
  #epochs: SubjectNews["epochs"] = {};
  readonly #reactions = new RoomReactions(
    () => this.clock,
    (text) => this.sendUnordered(text),
  );

  protected override async load(): Promise<void> {
    const kept = keptDirectory(this.ctx.storage.sql);
    await this.#learn(kept ?? (await this.root().directory()));
    for (const socket of this.sockets.greeted()) {
      const { handle, alias, mark, ...seat } = this.sockets.seat(socket);
      if (seat.isMember) this.leaf.arrive(socket, { handle, alias }, mark, this.clock.now());
      if (mark.watch.length > 0) this.ctx.waitUntil(this.watches.watch(socket, mark.watch));
    }
    if (this.sockets.greeted().length > 0) this.changed();
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
      this.sockets.keep(socket, { ...seat, mark: { ...seat.mark, leavesAt } });
      if (!departure) continue;
      const url = socketPath("presence", leafName(this.subject(), departure.leaf));
      this.sockets.send(
        socket,
        serverFrame("move", { url, inMs: Math.max(0, (leavesAt ?? now) - now) }),
      );
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
    if (!this.leaf.isOnly) this.dueHere();
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
    for (const socket of tabs) await this.dismiss(socket, closeCodes.moved);
    this.changed();
    return gone;
  }

  async follow(leaf: number, handles: readonly string[]): Promise<Sighting[]> {
    await this.ready();
    return this.watches.follow(leaf, handles);
  }

  async sighted(sightings: readonly Sighting[]): Promise<void> {
    await this.ready();
    this.watches.sighted(sightings);
  }

  async publish(items: readonly FeedItem[]): Promise<void> {
    await this.ready();
    await this.tell((step) => serverFrame("ev", { ...step, items: [...items] }));
  }

  async react(news: readonly ReactionNews[]): Promise<void> {
    await this.#reactions.take(news, this.settings.reactionTickMs);
  }

  protected override async report(): Promise<void> {
    try {
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
    for (const handle of handles) this.leaf.book.settle(handle);
    this.changed();
  }

  protected override async onJoin(socket: WebSocket, has: TopicPosition | null): Promise<void> {
    const { handle, alias, mark, ...seat } = this.sockets.seat(socket);
    if (!this.leaf.belongs(handle)) await this.#learn(await this.root().directory());
    if (!this.leaf.belongs(handle)) return this.dismiss(socket, closeCodes.moved);
    this.catchUp(socket, has);
    if (!seat.isMember) return;
    const arrival = this.leaf.arrive(socket, { handle, alias }, mark, this.clock.now());
    this.changed();
    if (arrival) await this.#settle().catch(() => this.due());
  }

  protected override onLeave(_seat: Seat<Mark>, socket: WebSocket): void {
    this.watches.leave(socket);
    this.leaf.book.leave(socket, this.clock.now());
    this.changed();
    this.releaseSoon();
  }

  /** Reports also when nothing changed: the root forgets a leaf that is silent. */
  protected override onAlarm(now: number): null {
    this.leaf.book.release(now);
    this.changed();
    const lateAt = now - 2 * this.settings.leaveGraceMs;
    for (const socket of this.sockets.living()) {
      const { handle, mark } = this.sockets.seat(socket);
      if (mark.leavesAt !== null && mark.leavesAt <= lateAt) {
        // No grace: from now on whoever comes to the new leaf counts there unasked.
        this.leaf.letGo([handle]);
        this.ctx.waitUntil(this.dismiss(socket, closeCodes.moved));
      }
    }
    this.dueReport();
    return null;
  }
}
