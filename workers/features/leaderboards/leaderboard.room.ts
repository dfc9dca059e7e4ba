/** A leaderboard's room: the standings in its SQLite, and who watches them. */
import { createDb } from "#db/client.ts";
import type { VisitorId } from "#shared/ids.ts";
import { roomSizes, wireTimes } from "#shared/protocol/limits.ts";
import { type Board, parseBoardName } from "#shared/protocol/room-names.ts";
import { serverFrame } from "#shared/protocol/server-frames.ts";
import { AppError } from "../../platform/app-error.ts";
import { createLogger } from "../../platform/logger.ts";
import { handleKey, roomHandle } from "../../platform/room-handle.ts";
import type { Seat } from "../../platform/room-seat.ts";
import { RoomServer } from "../../platform/room-server.ts";
import type { TicketClaims } from "../../platform/ticket.ts";
import { boardPage, digestPages } from "./board-digest.ts";
import { readWholeBoard } from "./compare-board.ts";
import {
  type BoardChange,
  type BoardDigest,
  type BoardTotal,
  boardPhase,
  type LeaderboardRoomApi,
  type LiveBoard,
  nextPhaseAt,
  tickMs,
} from "./leaderboard.ts";
import { StandingsTable } from "./standings-table.ts";

/** A rebuild that is done within this time is waited for; a longer one is told of. */
const patienceMs = 1_000;
/** A rebuild that failed is tried again after this time. */
const retryMs = 5_000;

interface Viewer {
  visitorId: VisitorId | null;
}

export class LeaderboardRoom extends RoomServer<Viewer> implements LeaderboardRoomApi {
  protected readonly room = "leaderboard";
  protected readonly emptyMark: Viewer = { visitorId: null };
  readonly #table = new StandingsTable(this.ctx.storage);
  #pending: ReturnType<typeof setTimeout> | null = null;
  #filling: Promise<void> | null = null;

  protected override markOf({ visitorId }: TicketClaims): Viewer {
    return { visitorId };
  }

  protected override async load(): Promise<void> {
    const now = this.clock.now();
    const board = this.#board();
    if (boardPhase(board, now) === "over") return;
    const changesAt = nextPhaseAt(board, now);
    if (changesAt !== null) await this.wakeBy(changesAt);
    if (this.#table.open(handleKey(this.config.TICKET_SECRET))) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMs);
    });
    await Promise.race([this.#fill(), patience]);
    clearTimeout(timer);
  }

  /** Throws NOT_FOUND for the name of no board. */
  #board(): Board {
    const board = parseBoardName(this.name, this.clock.now());
    if (!board) throw new AppError("NOT_FOUND");
    return board;
  }

  /** Reads the board from Postgres, page by page, while totals that come meanwhile are taken. */
  #fill(): Promise<void> {
    this.#filling ??= this.#readAll()
      .then(() => {
        // Whoever comes later is told on entering.
        if (this.sockets.seats().length > 0) this.#announceSoon();
      })
      .catch(async (error) => {
        createLogger({ room: this.room }).error("rebuild failed", error);
        await this.wakeBy(this.clock.now() + retryMs);
        throw error;
      })
      .finally(() => {
        this.#filling = null;
      });
    this.#filling.catch(() => {});
    return this.#filling;
  }

  async #readAll(): Promise<void> {
    const { DATABASE_URL: databaseUrl, DATABASE_PROXY_URL: proxyUrl } = this.config;
    const db = createDb({ databaseUrl, ...(proxyUrl ? { proxyUrl } : {}) });
    this.#table.clear();
    for await (const page of readWholeBoard(db, this.#board())) {
      this.#table.take(page.map((total) => this.#withHandle(total)));
    }
    this.#table.complete(handleKey(this.config.TICKET_SECRET));
  }

  #withHandle(total: Omit<BoardTotal, "handle">): BoardTotal {
    const secret = this.config.TICKET_SECRET;
    return { ...total, handle: roomHandle(secret, this.room, this.name, total.visitorId) };
  }

  async applyTotals(changes: readonly BoardChange[]): Promise<void> {
    await this.#readyOrFilling();
    if (boardPhase(this.#board(), this.clock.now()) === "over") return;
    if (this.#table.take(changes) > 0) this.#announceSoon();
  }

  async standings(): Promise<BoardDigest> {
    await this.#readyOrFilling();
    await this.#filling;
    return digestPages(this.#table.pages(boardPage));
  }

  async view(visitorId: VisitorId): Promise<LiveBoard> {
    await this.#readyOrFilling();
    return { ...this.#shared(), ...this.#own(visitorId) };
  }

  async rebuild(): Promise<number> {
    await this.#readyOrFilling();
    await this.#filling;
    await this.#fill();
    return this.#table.count();
  }

  /** A rebuild that was given up begins again with the next word from outside. */
  async #readyOrFilling(): Promise<void> {
    await this.ready();
    const isOver = boardPhase(this.#board(), this.clock.now()) === "over";
    if (!this.#table.isComplete && !isOver) void this.#fill();
  }

  /** Changes within one tick leave as one frame; an idle room has no timer and may hibernate. */
  #announceSoon(): void {
    this.#pending ??= setTimeout(() => {
      this.#pending = null;
      this.#announce();
    }, tickMs(this.sockets.living().length));
  }

  #announce(): void {
    const frame = this.#frames();
    for (const socket of this.sockets.greeted()) {
      this.sockets.send(socket, frame(this.sockets.seat(socket)));
    }
  }

  #shared(): Pick<LiveBoard, "state" | "top" | "players"> {
    const phase = boardPhase(this.#board(), this.clock.now());
    const state = phase === "open" ? "open" : "frozen";
    if (phase === "over") return { state, top: [], players: 0 };
    if (!this.#table.isComplete) return { state: "rebuilding", top: [], players: 0 };
    return { state, top: this.#table.top(roomSizes.boardTop), players: this.#table.count() };
  }

  #own(visitorId: VisitorId | null): Pick<LiveBoard, "around" | "you"> {
    if (visitorId === null) return { around: [], you: null };
    const around = this.#table.around(visitorId, roomSizes.boardAround);
    return { around, you: this.#table.place(visitorId) };
  }

  /** The rows that all see are serialized once; only what is one's own differs. */
  #frames(): (seat: Seat<Viewer>) => string {
    const empty = { around: [], you: null };
    const shared = serverFrame("lb", { ...this.#shared(), ...empty });
    const head = shared.slice(0, -JSON.stringify(empty).length);
    return (seat) => `${head}${JSON.stringify(this.#own(seat.mark.visitorId)).slice(1)}]`;
  }

  protected override snapshot(seat: Seat<Viewer>): string {
    return this.#frames()(seat);
  }

  protected override onJoin(socket: WebSocket): void {
    this.sockets.send(socket, this.snapshot(this.sockets.seat(socket)));
  }

  /** The period has ended, the object's time is over, or a rebuild is tried again. */
  protected override onAlarm(now: number): number | null {
    const board = this.#board();
    if (boardPhase(board, now) === "over") {
      this.#table.close();
      this.ctx.waitUntil(this.ctx.storage.deleteAll());
      return null;
    }
    if (!this.#table.isComplete) void this.#fill();
    else if (boardPhase(board, now) === "frozen") this.#announceSoon();
    return nextPhaseAt(board, now);
  }

  /** Watching has no status, and nobody sees who watches. */
  protected override onMessage(): void {}
  protected override onLeave(): void {}
  protected override leaseMs(): number {
    return wireTimes.awayLeaseMs;
  }
}
