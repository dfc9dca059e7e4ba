/** What a leaf tells its own sockets, and when; the leaf's room adds what leaves say to each other. */
import type { FeedRoomApi, ReactionNews } from "#shared/protocol/feed-room.ts";
import { leafName, parseLeafName } from "#shared/protocol/room-names.ts";
import { type FeedItem, serverFrame } from "#shared/protocol/server-frames.ts";
import { AppError } from "../../platform/app-error.ts";
import { RoomNews } from "../../platform/room-news.ts";
import { listTickOf, RoomPace } from "../../platform/room-pace.ts";
import { RoomReactions } from "../../platform/room-reactions.ts";
import type { Seat } from "../../platform/room-seat.ts";
import { type RoomFrame, RoomServer } from "../../platform/room-server.ts";
import { durableRooms } from "../../platform/rooms.ts";
import { Leaf } from "./leaf.ts";
import { LeafView } from "./leaf-view.ts";
import { LeafWatches } from "./leaf-watches.room.ts";
import { leaseEnd, type Told } from "./presence.ts";
import type { PresenceLeafApi, PresenceRootApi } from "./presence-api.ts";
import { ReleaseTimer } from "./release-timer.ts";

export interface Mark extends Told {
  n: number;
  watch: readonly string[];
  /** When this person has to be at another leaf; null for who stays. */
  leavesAt: number | null;
  /** No other leaf counts this person: said once, it holds for as long as the socket. */
  settled: boolean;
}

/** A socket, or the handle of somebody who lives by pings. */
export type Tab = WebSocket | string;

export abstract class LeafServer extends RoomServer<Mark> implements FeedRoomApi {
  protected readonly room = "presence";
  protected readonly emptyMark: Mark = {
    status: "online",
    act: null,
    n: -1,
    watch: [],
    leavesAt: null,
    settled: false,
  };
  readonly #place = parseLeafName(this.name);
  protected readonly settings = this.config.REALTIME_SETTINGS;
  readonly #number = this.#place?.leaf ?? 0;
  protected readonly leaf = new Leaf<Tab>(this.#number, this.clock.now(), this.settings);
  protected readonly view = new LeafView(this.leaf, this.settings);
  protected readonly watches = new LeafWatches({
    own: this.#number,
    topicName: this.topicName,
    leafFor: (handle) => this.leaf.leafFor(handle),
    leaf: (leaf) => this.sibling(leaf),
    person: (handle) => this.leaf.book.person(handle),
    send: (socket, text) => this.sockets.send(socket, text),
  });
  readonly #listPace = new RoomPace(
    () => this.clock,
    () => this.#tellList(),
  );
  readonly #countPace = new RoomPace(
    () => this.clock,
    () => this.#tellCounts(),
  );
  readonly #reportPace = new RoomPace(
    () => this.clock,
    () => this.report(),
  );
  readonly #news = new RoomNews(
    () => this.clock,
    (items) => this.tell((step) => serverFrame("ev", { ...step, items })),
  );
  readonly #reactions = new RoomReactions(
    () => this.clock,
    (text) => this.sendUnordered(text),
  );
  readonly #releases = new ReleaseTimer(
    this.leaf.book,
    () => this.clock,
    () => this.changed(),
  );

  /** Tells the root; never throws. */
  protected abstract report(): Promise<void>;

  protected subject() {
    if (!this.#place) throw new AppError("NOT_FOUND");
    return this.#place.subject;
  }

  protected root(): PresenceRootApi {
    return durableRooms(this.config).get<PresenceRootApi>("PRESENCE_ROOT", this.subject());
  }

  protected sibling(leaf: number): PresenceLeafApi {
    const name = leafName(this.subject(), leaf);
    return durableRooms(this.config).get<PresenceLeafApi>("PRESENCE_LEAF", name);
  }

  /** Tells watchers at once, and everybody else at the next tick. */
  protected changed(): void {
    this.releaseSoon();
    const handles = this.leaf.book.takeChanged();
    if (handles.length === 0) return;
    this.#goOn(this.watches.changed(handles));
    this.due();
  }

  /** Where leaves are several the root says what is told here: a change goes there first. */
  protected due(): void {
    this.dueReport();
    if (!this.view.isOfRoot) this.dueHere();
  }

  /** The next report comes just before the root's next word, whose pace needs no second one here. */
  protected heardNews(): void {
    const { reportMs, reportAheadMs } = this.settings;
    this.#reportPace.shift(this.clock.now() + reportMs - reportAheadMs, reportMs);
    this.dueHere(0.5);
  }

  protected dueReport(): void {
    this.#goOn(this.#reportPace.due(this.settings.reportMs));
  }

  #goOn(work: Promise<unknown> | null): void {
    if (work) this.ctx.waitUntil(work);
  }

  protected dueHere(share = 1): void {
    this.#goOn(this.#listPace.due(listTickOf(this.view.counts().n, this.settings, share)));
    this.#goOn(this.#countPace.due(this.settings.crowdTickMs * share));
  }

  #tellList(): void {
    const change = this.view.takeChange();
    if (change === null || change === "unknown") {
      this.tellNewReaders();
      return;
    }
    const { n } = this.view.counts();
    this.tell((step) => serverFrame("diff", { ...step, ...change, n }), this.view.spreadMs(n));
  }

  /** Where everybody is listed the list says it all. */
  #tellCounts(): void {
    const counts = this.view.listsAll ? null : this.view.takeCounts();
    if (!counts) return;
    const text = serverFrame("occ", { t: this.topicName, ...counts });
    this.sendUnordered(text, this.view.spreadMs(counts.n));
  }

  async publish(items: readonly FeedItem[]): Promise<void> {
    await this.ready();
    await this.#news.add(items, this.settings.tickMs);
  }

  async react(news: readonly ReactionNews[]): Promise<void> {
    await this.#reactions.take(news, this.settings.reactionTickMs);
  }

  protected override snapshot(_seat: Seat<Mark>, lost?: { recovered: false }): string {
    const body = { members: this.view.list(), feed: [], ...this.view.counts() };
    return serverFrame("snap", { ...this.topic.position(), ...body, ...lost });
  }

  protected override async onMessage(socket: WebSocket, frame: RoomFrame): Promise<void> {
    const seat = this.sockets.seat(socket);
    const { mark } = seat;
    if (frame.type === "watch") {
      const { handles } = frame.body;
      this.sockets.note(socket, { ...seat, mark: { ...mark, watch: handles } });
      return this.watches.watch(socket, handles);
    }
    const { n, status, act = null } = frame.body;
    this.sockets.send(socket, serverFrame("ok", { n }));
    if (n <= mark.n) return;
    this.sockets.note(socket, { ...seat, mark: { ...mark, n, status, act } });
    this.leaf.book.set(socket, { n, status, act }, this.clock.now());
    this.changed();
  }

  protected releaseSoon(): void {
    this.#releases.set(this.settings.leaveGraceMs);
  }

  protected override leaseMs({ status }: Pick<Mark, "status">): number {
    return leaseEnd(status, 0, this.settings);
  }

  /** Nobody else counts this person any more; a socket remembers it over a sleep. */
  protected settled(handle: string): void {
    this.leaf.book.settle(handle);
    for (const tab of this.leaf.book.tabsOf(handle)) {
      // A ping keeps nothing with a socket: its person is asked for again after a sleep.
      if (typeof tab === "string") continue;
      const seat = this.sockets.seat(tab);
      this.sockets.keep(tab, { ...seat, mark: { ...seat.mark, settled: true } });
    }
  }
}
