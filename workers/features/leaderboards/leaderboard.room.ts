/** A leaderboard's room: the totals in its SQLite, and who watches them. */
import { createDb } from "#db/client.ts";
import { roomSizes, wireTimes } from "#shared/protocol/limits.ts";
import { parseBoardName } from "#shared/protocol/room-names.ts";
import { type Standing, serverFrame } from "#shared/protocol/server-frames.ts";
import { AppError } from "../../platform/app-error.ts";
import { handleKey, roomHandle } from "../../platform/room-handle.ts";
import type { Seat } from "../../platform/room-seat.ts";
import { RoomServer } from "../../platform/room-server.ts";
import { digestTotals } from "./board-digest.ts";
import { readWholeBoard } from "./compare-board.ts";
import type { BoardDigest, BoardTotal, LeaderboardRoomApi } from "./leaderboard.ts";
import { StandingsTable } from "./standings-table.ts";

export class LeaderboardRoom extends RoomServer<null> implements LeaderboardRoomApi {
  protected readonly room = "leaderboard";
  protected readonly emptyMark = null;
  readonly #table = new StandingsTable(this.ctx.storage.sql);
  #pending: ReturnType<typeof setTimeout> | null = null;

  protected override async load(): Promise<void> {
    const key = await handleKey(this.config.TICKET_SECRET);
    if (this.#table.isComplete(key)) return;
    const board = parseBoardName(this.name, this.clock.now());
    if (!board) throw new AppError("NOT_FOUND");
    const { DATABASE_URL: databaseUrl, DATABASE_PROXY_URL: proxyUrl } = this.config;
    const db = createDb({ databaseUrl, ...(proxyUrl ? { proxyUrl } : {}) });
    this.#table.clear();
    for await (const page of readWholeBoard(db, board)) {
      this.#table.take(await Promise.all(page.map((total) => this.#withHandle(total))));
    }
    this.#table.markComplete(key);
  }

  async #withHandle(total: Omit<BoardTotal, "handle">): Promise<BoardTotal> {
    const secret = this.config.TICKET_SECRET;
    return { ...total, handle: await roomHandle(secret, this.room, this.name, total.visitorId) };
  }

  async applyTotals(totals: readonly BoardTotal[]): Promise<void> {
    await this.ready();
    if (this.#table.take(totals) > 0) this.#announceSoon();
  }

  async standings(): Promise<BoardDigest> {
    await this.ready();
    return digestTotals(this.#table.all());
  }

  /** Changes within one tick leave as one frame; an idle room has no timer and may hibernate. */
  #announceSoon(): void {
    this.#pending ??= setTimeout(() => {
      this.#pending = null;
      this.#announce();
    }, wireTimes.boardTickMs);
  }

  #announce(): void {
    const frame = this.#frames();
    for (const socket of this.sockets.living()) {
      const seat = this.sockets.seat(socket);
      if (seat.greeted) this.sockets.send(socket, frame(seat));
    }
  }

  /** The rows that all see are serialized once; only `you` differs. */
  #frames(): (seat: Seat<null>) => string {
    const top: Standing[] = this.#table.top(roomSizes.boardTop);
    const shared = serverFrame("lb", { top, players: this.#table.count(), you: null });
    const head = shared.slice(0, shared.lastIndexOf("null"));
    return (seat) => `${head}${JSON.stringify(this.#table.place(seat.visitorId))}}]`;
  }

  protected override snapshot(seat: Seat<null>): string {
    return this.#frames()(seat);
  }

  protected override onJoin(socket: WebSocket): void {
    this.sockets.send(socket, this.snapshot(this.sockets.seat(socket)));
  }

  /** Watching has no status, and nobody sees who watches. */
  protected override onMessage(): void {}
  protected override onLeave(): void {}
  protected override onAlarm(): null {
    return null;
  }
  protected override leaseMs(): number {
    return wireTimes.awayLeaseMs;
  }
}
