/** A person's own room: how much is unread, and what is newest, to all of their tabs. */
import { createDb } from "#db/client.ts";
import { isId } from "#shared/ids.ts";
import { wireTimes } from "#shared/protocol/limits.ts";
import { serverFrame } from "#shared/protocol/server-frames.ts";
import { AppError } from "../../platform/app-error.ts";
import { RoomServer } from "../../platform/room-server.ts";
import { makeTables } from "../../platform/room-tables.ts";
import { readInbox } from "./inbox.repo.ts";
import { newestShown, type UserInboxApi } from "./inbox.ts";

const nothing = serverFrame("note", { unread: 0, items: [] });

/** Keeps the frame that it told last, so that a room that wakes asks nobody. */
export class UserInbox extends RoomServer<null> implements UserInboxApi {
  protected readonly room = "inbox";
  protected readonly emptyMark = null;
  readonly #sql = this.ctx.storage.sql;
  #frame: string | null = null;
  #reading: Promise<void> = Promise.resolve();

  /** No look at Postgres: an alarm loads the room, too. */
  protected override load(): Promise<void> {
    makeTables(this.#sql, { told: "(only integer primary key check (only = 1), frame text)" });
    const [row] = this.#sql.exec<{ frame: string | null }>("select frame from told");
    this.#frame = row?.frame ?? null;
    return Promise.resolve();
  }

  async changed(): Promise<void> {
    await this.ready();
    if (this.sockets.greeted().length === 0) return this.#keep(null);
    await this.#read();
    this.sendUnordered(this.#frame ?? nothing);
  }

  /** One after the other, so that no older answer comes last. */
  #read(): Promise<void> {
    this.#reading = this.#reading.catch(() => {}).then(() => this.#readNow());
    return this.#reading;
  }

  async #readNow(): Promise<void> {
    if (!isId("user", this.name)) throw new AppError("NOT_FOUND");
    const { DATABASE_URL: databaseUrl, DATABASE_PROXY_URL: proxyUrl } = this.config;
    const db = createDb({ databaseUrl, ...(proxyUrl ? { proxyUrl } : {}) });
    const { unread, items } = await readInbox(db, this.name, { before: null, limit: newestShown });
    this.#keep(serverFrame("note", { unread, items }));
  }

  #keep(frame: string | null): void {
    if (frame === this.#frame) return;
    this.#frame = frame;
    this.#sql.exec("insert or replace into told values (1, ?)", frame);
  }

  protected override snapshot(): string {
    return this.#frame ?? nothing;
  }

  protected override async onJoin(socket: WebSocket): Promise<void> {
    if (this.#frame === null) await this.#read();
    this.sendWhole(socket);
  }

  /** Nothing is said here but by the room. */
  protected override onMessage(): void {}
  protected override onLeave(): void {}

  protected override onAlarm(): number | null {
    return null;
  }

  /** A hidden tab beats slowly. */
  protected override leaseMs(): number {
    return wireTimes.awayLeaseMs;
  }
}
