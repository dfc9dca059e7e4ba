/** A cohort's room: who is here, and what just happened. */
import { createDb } from "#db/client.ts";
import type { Activity, Status } from "#shared/protocol/client-frames.ts";
import type { ReactionNews } from "#shared/protocol/feed-room.ts";
import { wireTimes } from "#shared/protocol/limits.ts";
import { isSlug } from "#shared/protocol/room-names.ts";
import { type FeedItem, type RoomMember, serverFrame } from "#shared/protocol/server-frames.ts";
import { AppError } from "../../platform/app-error.ts";
import { handleKey } from "../../platform/room-handle.ts";
import { RoomPace, tickOf } from "../../platform/room-pace.ts";
import { RoomReactions } from "../../platform/room-reactions.ts";
import type { Seat } from "../../platform/room-seat.ts";
import { type RoomFrame, RoomServer } from "../../platform/room-server.ts";
import type { TopicPosition } from "../../platform/room-topic.ts";
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
  act: Activity | null;
  n: number;
}

export class CohortRoom extends RoomServer<Mark> implements CohortRoomApi {
  protected readonly room = "cohort";
  protected readonly emptyMark: Mark = { status: "online", act: null, n: -1 };
  readonly #table = new RosterTable(this.ctx.storage.sql);
  readonly #pace = new RoomPace(
    () => this.clock,
    () => this.#tellRoster(),
  );
  readonly #reactions = new RoomReactions(
    () => this.clock,
    (text) => this.sendUnordered(text),
  );
  /** The roster as it was last told; null when this instance has told nothing yet. */
  #told: Map<string, RoomMember> | null = null;

  protected override async load(): Promise<void> {
    const key = handleKey(this.config.TICKET_SECRET);
    if (this.#table.isComplete(key)) return;
    if (!isSlug(this.name)) throw new AppError("NOT_FOUND");
    const { DATABASE_URL: databaseUrl, DATABASE_PROXY_URL: proxyUrl, TICKET_SECRET } = this.config;
    const db = createDb({ databaseUrl, ...(proxyUrl ? { proxyUrl } : {}) });
    const page = await readCohort(db, this.name, null);
    if (!page) throw new AppError("NOT_FOUND");
    const view = roomView(TICKET_SECRET, this.name);
    const members = page.members.map(view.member);
    this.#table.clear();
    this.#table.addMembers(members);
    this.#table.markComplete(key);
  }

  async enlist(members: readonly ListedMember[]): Promise<void> {
    await this.ready();
    this.#table.addMembers(members);
    await this.#tellRoster();
  }

  async publish(items: readonly FeedItem[]): Promise<void> {
    await this.ready();
    const fresh = this.#table.addItems(items);
    if (fresh.length === 0) return;
    this.tell((step) => serverFrame("ev", { ...step, items: fresh }));
  }

  async react(news: readonly ReactionNews[]): Promise<void> {
    await this.#reactions.take(news, this.config.REALTIME_SETTINGS.reactionTickMs);
  }

  async reseat(handle: string, issuedUntil: number): Promise<void> {
    await this.ready();
    await this.endSeats(handle, issuedUntil);
    // Nobody waits for the grace of a leave: whoever hides is gone now.
    this.#table.forgetHeld(handle);
    await this.#tellRoster();
  }

  protected override snapshot(_seat: Seat<Mark>, lost?: { recovered: false }): string {
    const list = this.#roster();
    const body = { members: [...list.values()], feed: this.#table.feed(), n: countHere(list) };
    return serverFrame("snap", { ...this.topic.position(), ...body, ...lost });
  }

  #roster(): Map<string, RoomMember> {
    const seats = this.sockets.seats().filter(({ isMember }) => isMember);
    const present = seats.map(({ handle, mark }) => ({
      handle,
      status: mark.status,
      act: mark.act,
    }));
    return roster(this.#table.members(), [...present, ...this.#table.held()]);
  }

  /** Changes within one tick leave as one frame. */
  async #rosterChanged(): Promise<void> {
    await this.#pace.due(tickOf(this.#told?.size ?? 0, this.config.REALTIME_SETTINGS));
  }

  /** Tells everybody what changed; an instance that just woke cannot know, and sends snapshots. */
  async #tellRoster(): Promise<void> {
    const before = this.#told;
    const after = this.#roster();
    this.#told = after;
    const change = before && rosterChange(before, after);
    if (!change) return this.tellNewReaders();
    this.tell((step) => serverFrame("diff", { ...step, ...change }));
  }

  protected override async onJoin(socket: WebSocket, has: TopicPosition | null): Promise<void> {
    this.#table.forgetHeld(this.sockets.seat(socket).handle);
    this.catchUp(socket, has);
    await this.#rosterChanged();
  }

  protected override async onMessage(socket: WebSocket, frame: RoomFrame): Promise<void> {
    // Everybody is on the list: there is nobody to watch besides.
    if (frame.type === "watch") return;
    const seat = this.sockets.seat(socket);
    const { n, status, act = null } = frame.body;
    this.sockets.send(socket, serverFrame("ok", { n }));
    if (n <= seat.mark.n) return;
    this.sockets.note(socket, { ...seat, mark: { n, status, act } });
    if (status !== seat.mark.status || act !== seat.mark.act) await this.#rosterChanged();
  }

  /** Held back, so that a reload does not flicker. Stored: the room may sleep before it is over. */
  protected override async onLeave(seat: Seat<Mark>): Promise<void> {
    if (!seat.isMember) return;
    const until = this.clock.now() + wireTimes.leaveGraceMs;
    this.#table.hold({ handle: seat.handle, status: seat.mark.status }, until);
    await this.wakeBy(until);
  }

  protected override onAlarm(now: number): number | null {
    if (this.#table.releaseHeld(now) > 0) this.ctx.waitUntil(this.#rosterChanged());
    const ends = this.#table.held().map((held) => held.until);
    return ends.length > 0 ? Math.min(...ends) : null;
  }

  protected override leaseMs(mark: Mark): number {
    return mark.status === "away" ? wireTimes.awayLeaseMs : wireTimes.leaseMs;
  }
}
