/** A cohort's room: who is here, and what just happened. */
import { createDb } from "#db/client.ts";
import type { Status } from "#shared/protocol/client-frames.ts";
import { roomSizes, wireTimes } from "#shared/protocol/limits.ts";
import { isSlug } from "#shared/protocol/room-names.ts";
import { type FeedItem, type RoomMember, serverFrame } from "#shared/protocol/server-frames.ts";
import { AppError } from "../../platform/app-error.ts";
import { randomToken } from "../../platform/hmac.ts";
import { handleKey } from "../../platform/room-handle.ts";
import type { Seat } from "../../platform/room-seat.ts";
import { type RoomFrame, RoomServer } from "../../platform/room-server.ts";
import { RoomTopic } from "../../platform/room-topic.ts";
import {
  type CohortRoomApi,
  countHere,
  type ListedMember,
  roster,
  rosterChange,
} from "./cohort.ts";
import { readCohort } from "./cohorts.repo.ts";
import { roomView } from "./room-view.ts";
import { RosterTable } from "./roster-table.ts";

/** What the room notes with each socket: its status, and the number of the `set` that said so. */
interface Mark {
  status: Status;
  n: number;
}

export class CohortRoom extends RoomServer<Mark> implements CohortRoomApi {
  protected readonly room = "cohort";
  protected readonly emptyMark: Mark = { status: "online", n: -1 };
  readonly #table = new RosterTable(this.ctx.storage.sql);
  readonly #topic = new RoomTopic<WebSocket>(this.topicName, randomToken(6));
  /** The roster as it was last told; null when this instance has told nothing yet. */
  #told: Map<string, RoomMember> | null = null;

  protected override async load(): Promise<void> {
    const key = await handleKey(this.config.TICKET_SECRET);
    if (this.#table.isComplete(key)) return;
    if (!isSlug(this.name)) throw new AppError("NOT_FOUND");
    const { DATABASE_URL: databaseUrl, DATABASE_PROXY_URL: proxyUrl, TICKET_SECRET } = this.config;
    const db = createDb({ databaseUrl, ...(proxyUrl ? { proxyUrl } : {}) });
    const options = { viewer: null, feedLimit: roomSizes.snapshotFeed };
    const page = await readCohort(db, this.name, options);
    if (!page) throw new AppError("NOT_FOUND");
    const view = roomView(TICKET_SECRET, this.name);
    const members = await Promise.all(page.members.map(view.member));
    const items = await Promise.all(page.feed.map(view.item));
    this.#table.clear();
    this.#table.addMembers(members);
    this.#table.addItems(items);
    this.#table.markComplete(key);
  }

  async publish(items: readonly FeedItem[], members: readonly ListedMember[]): Promise<void> {
    await this.ready();
    this.#table.addMembers(members);
    this.#tellRoster();
    const fresh = this.#table.addItems(items);
    if (fresh.length === 0) return;
    const frame = serverFrame("ev", { ...this.#topic.advance(), items: fresh });
    this.sockets.broadcast(this.#topic, frame, () => this.snapshot());
  }

  async reseat(handle: string, changedAt: number): Promise<void> {
    await this.ready();
    await this.endSeats(handle, changedAt);
    // Nobody waits for the grace of a leave: whoever hides is gone now.
    this.#table.forgetHeld(handle);
    this.#tellRoster();
  }

  protected override snapshot(): string {
    const list = this.#roster();
    const body = { members: [...list.values()], feed: this.#table.feed(), n: countHere(list) };
    return serverFrame("snap", { ...this.#topic.position(), ...body });
  }

  #roster(): Map<string, RoomMember> {
    const seats = this.sockets.seats().filter((seat) => seat.isMember);
    const present = seats.map(({ handle, mark }) => ({ handle, status: mark.status }));
    return roster(this.#table.members(), [...present, ...this.#table.held()]);
  }

  /** Tells everybody what changed; an instance that just woke cannot know, and sends snapshots. */
  #tellRoster(): void {
    const before = this.#told;
    const after = this.#roster();
    this.#told = after;
    const change = before && rosterChange(before, after);
    if (before && !change) return;
    const step = change && serverFrame("diff", { ...this.#topic.advance(), ...change });
    this.sockets.broadcast(this.#topic, step, () => this.snapshot());
  }

  protected override onJoin(socket: WebSocket): void {
    this.#table.forgetHeld(this.sockets.seat(socket).handle);
    this.sockets.send(socket, this.snapshot());
    this.#topic.addReader(socket);
    this.#tellRoster();
  }

  protected override onMessage(socket: WebSocket, frame: RoomFrame): void {
    const seat = this.sockets.seat(socket);
    const { n, status } = frame.body;
    if (n > seat.mark.n) {
      this.sockets.keep(socket, { ...seat, mark: { n, status } });
      if (status !== seat.mark.status) this.#tellRoster();
    }
    this.sockets.send(socket, serverFrame("ok", { n }));
  }

  /** Held back, so that a reload does not flicker. Stored: the room may sleep before it is over. */
  protected override async onLeave(seat: Seat<Mark>): Promise<void> {
    if (!seat.isMember) return;
    const until = this.clock.now() + wireTimes.leaveGraceMs;
    this.#table.hold({ handle: seat.handle, status: seat.mark.status }, until);
    await this.wakeBy(until);
  }

  protected override onAlarm(now: number): number | null {
    if (this.#table.releaseHeld(now) > 0) this.#tellRoster();
    const ends = this.#table.held().map((held) => held.until);
    return ends.length > 0 ? Math.min(...ends) : null;
  }

  protected override leaseMs(mark: Mark): number {
    return mark.status === "away" ? wireTimes.awayLeaseMs : wireTimes.leaseMs;
  }
}
