/** A subject's root: which leaf holds whom, and how many are here in all. */
import { DurableObject } from "cloudflare:workers";
import type { ReactionNews } from "#shared/protocol/feed-room.ts";
import {
  entryFor,
  firstDirectory,
  isNewerDirectory,
  type LeafDirectory,
  rebalance,
} from "#shared/protocol/leaf-directory.ts";
import { leafName, presenceSubjects } from "#shared/protocol/room-names.ts";
import type { FeedItem } from "#shared/protocol/server-frames.ts";
import { AppError } from "../../platform/app-error.ts";
import { type Clock, systemClock } from "../../platform/clock.ts";
import { parseEnv } from "../../platform/env.ts";
import { RoomPace } from "../../platform/room-pace.ts";
import { durableRooms } from "../../platform/rooms.ts";
import { keepDirectory, keptDirectory } from "./directory-table.ts";
import type { LeafReport } from "./presence.ts";
import type { Ping, PresenceLeafApi, PresenceRootApi } from "./presence-api.ts";
import { Tally, type Totals } from "./tally.ts";

export class PresenceRoot extends DurableObject<object> implements PresenceRootApi {
  clock: Clock = systemClock;
  readonly #subject = presenceSubjects.find((subject) => subject === this.ctx.id.name);
  readonly #config = parseEnv(this.env);
  readonly #settings = this.#config.REALTIME_SETTINGS;
  readonly #tally = new Tally(this.#settings);
  readonly #pace = new RoomPace(
    () => this.clock,
    () => this.#tellLeaves(),
  );
  #directory = keptDirectory(this.ctx.storage.sql);
  #asked: Promise<unknown> | null = null;
  /** The version that every leaf was told. */
  #toldVersion = 0;

  ping(): string {
    return "pong";
  }

  /** NOT_FOUND for an object whose name is no subject. */
  async directory(): Promise<LeafDirectory> {
    return this.#known();
  }

  #known(): LeafDirectory {
    if (!this.#subject) throw new AppError("NOT_FOUND");
    if (this.#directory) return this.#directory;
    this.#directory = firstDirectory(this.clock.now());
    keepDirectory(this.ctx.storage.sql, this.#directory);
    return this.#directory;
  }

  async report(
    report: LeafReport,
    has: Pick<LeafDirectory, "born" | "version">,
  ): Promise<LeafDirectory | null> {
    const now = this.clock.now();
    if (this.#tally.take(report, now)) {
      this.#weigh(now);
      const told = this.#pace.due(this.#settings.reportMs);
      if (told) this.ctx.waitUntil(told);
      if ((await this.ctx.storage.getAlarm()) === null) await this.#checkLater(now);
    }
    return isNewerDirectory(this.#known(), has) ? this.#known() : null;
  }

  async view(): Promise<Totals> {
    await this.#ask();
    this.#tally.dropSilent(this.clock.now());
    return this.#tally.totals();
  }

  async takePing(ping: Ping): Promise<Totals> {
    const directory = this.#known();
    await this.#leaf(entryFor(directory, ping.handle).leaf).takePing(ping, directory);
    return this.view();
  }

  async reseat(handle: string, issuedUntil: number): Promise<void> {
    // Without a directory nobody was ever given a ticket.
    if (!this.#directory) return;
    const { leaf, from } = entryFor(this.#directory, handle);
    const holders = [...new Set([leaf, ...from])];
    await Promise.all(holders.map((holder) => this.#leaf(holder).reseat(handle, issuedUntil)));
  }

  async publish(items: readonly FeedItem[]): Promise<void> {
    const leaves = this.#leaves();
    await Promise.all(leaves.map((leaf) => this.#leaf(leaf).publish(items)));
  }

  async react(news: readonly ReactionNews[]): Promise<void> {
    await Promise.all(this.#leaves().map((leaf) => this.#leaf(leaf).react(news)));
  }

  /** Splits and joins; writes only where something changed. */
  #weigh(now: number): void {
    const before = this.#known();
    const after = rebalance(before, this.#tally.sizes(), this.#settings, now);
    if (after === before) return;
    this.#directory = after;
    keepDirectory(this.ctx.storage.sql, after);
  }

  /** An instance that woke has forgotten what its leaves said: it asks them, once. */
  #ask(): Promise<unknown> {
    this.#asked ??= Promise.allSettled(
      this.#known().entries.map(async ({ leaf }) => {
        this.#tally.take(await this.#leaf(leaf).reportNow(), this.clock.now());
      }),
    );
    return this.#asked;
  }

  /** One leaf knows by itself how many are here; several hear it from the root. */
  async #tellLeaves(): Promise<void> {
    await this.#ask();
    const directory = this.#known();
    const leaves = this.#leaves();
    if (leaves.length === 1 && this.#toldVersion === directory.version) return;
    this.#tally.dropSilent(this.clock.now());
    const news = { directory, totals: this.#tally.totals(), epochs: this.#tally.epochs() };
    const told = await Promise.allSettled(leaves.map((leaf) => this.#leaf(leaf).hear(news)));
    if (told.every(({ status }) => status === "fulfilled")) this.#toldVersion = directory.version;
  }

  /** Those that serve a prefix, and those that still hold people who move. */
  #leaves(): number[] {
    const serving = this.#known().entries.map(({ leaf }) => leaf);
    return [...new Set([...serving, ...this.#tally.leaves()])];
  }

  #leaf(leaf: number): PresenceLeafApi {
    if (!this.#subject) throw new AppError("NOT_FOUND");
    const name = leafName(this.#subject, leaf);
    return durableRooms(this.#config).get<PresenceLeafApi>("PRESENCE_LEAF", name);
  }

  async #checkLater(now: number): Promise<void> {
    await this.ctx.storage.setAlarm(now + this.#settings.leaseCheckMs);
  }

  /** While anybody is here: drops leaves that fell silent, joins what became small. */
  override async alarm(): Promise<void> {
    const now = this.clock.now();
    await this.#ask();
    this.#tally.dropSilent(now);
    this.#weigh(now);
    await this.#pace.due(this.#settings.reportMs);
    if (this.#tally.totals().n > 0 || this.#known().entries.length > 1) await this.#checkLater(now);
  }
}
