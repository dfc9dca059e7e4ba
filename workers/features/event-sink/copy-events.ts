/** Copies events from Postgres, which is the truth, to the second sink: the newest first in line, then history. */
import type { Ctx } from "../../platform/context.ts";
import {
  endTurn,
  readHistory,
  readWaiting,
  settleHistory,
  settleWaiting,
  switchOn,
  type Turn,
  takeTurn,
} from "./copies.repo.ts";
import { lineOf, packLines, type StoredEvent } from "./event-lines.ts";
import { type Endpoint, postLines } from "./events-api.ts";

/** What one run may do; the Events API itself takes 10 MB a request and 100 requests a second. */
export const copyLimits = {
  rows: 2_000,
  bytes: 2_000_000,
  /** Rounds of a run: each one portion of what is new and one of history. */
  rounds: 20,
  /** How long a run goes on, and how long it waits for one answer, in milliseconds. */
  budgetMs: 20_000,
  patienceMs: 10_000,
};
export type CopyLimits = typeof copyLimits;

/** Longer than a run can last: whoever dies in it keeps the others away so long. */
const leaseMs = 90_000;
const leastPatienceMs = 1_000;
const firstWaitMs = 60_000;
const longestWaitMs = 3_600_000;

export type Copied =
  | { status: "copied"; events: number; quarantined: number }
  | { status: "refused"; events: number; code: number; failures: number; waitS: number }
  /** Somebody else copies, the sink is left alone for a while, or it was switched on just now. */
  | { status: "waiting" };

type SinkCtx = Pick<Ctx, "db" | "clock" | "config" | "log">;

/**
 * One run. At least once: what is sent leaves the queue, and history's bookmark moves, only after
 * a 2xx, and the sink keeps one row for each event id. Never throws for what the sink does.
 */
export async function copyEvents(ctx: SinkCtx, limits: CopyLimits = copyLimits): Promise<Copied> {
  const { TINYBIRD_URL: url, TINYBIRD_TOKEN: token } = ctx.config;
  if (url === undefined || token === undefined) return { status: "waiting" };
  const turn = await takeTurn(ctx.db, ctx.clock.now(), leaseMs);
  if (!turn) {
    if (await switchOn(ctx.db, ctx.clock.now())) ctx.log.info("copying events switched on");
    return { status: "waiting" };
  }
  const run = new CopyRun(ctx, { url, token }, limits, turn);
  await run.goOn();
  if (run.quarantined > 0) ctx.log.warn("events quarantined", { rows: run.quarantined });
  if (run.refusal === null) {
    await endTurn(ctx.db, ctx.clock.now(), null);
    return { status: "copied", events: run.events, quarantined: run.quarantined };
  }
  const { code, retryAfterS } = run.refusal;
  const waitMs = waitAfter(run.failures, retryAfterS);
  await endTurn(ctx.db, ctx.clock.now(), ctx.clock.now() + waitMs);
  const told = { code, failures: run.failures + 1, waitS: waitMs / 1_000 };
  ctx.log.warn("events not copied", told);
  return { status: "refused", events: run.events, ...told };
}

/** 1, 2, 4 … minutes, an hour at most, and never less than the sink asked for. */
function waitAfter(failures: number, retryAfterS: number | null): number {
  const own = Math.min(firstWaitMs * 2 ** Math.min(failures, 10), longestWaitMs);
  return Math.min(Math.max(own, (retryAfterS ?? 0) * 1_000), longestWaitMs);
}

class CopyRun {
  events = 0;
  quarantined = 0;
  refusal: { code: number; retryAfterS: number | null } | null = null;
  /** Refusals in a row, before this one. */
  failures: number;
  #history: Turn["history"];
  #historyDone: boolean;
  readonly #until: number;
  readonly #ctx: SinkCtx;
  readonly #endpoint: Endpoint;
  readonly #limits: CopyLimits;

  constructor(ctx: SinkCtx, endpoint: Endpoint, limits: CopyLimits, turn: Turn) {
    this.failures = turn.failures;
    this.#history = turn.history;
    this.#historyDone = turn.historyDone;
    this.#until = ctx.clock.now() + limits.budgetMs;
    this.#ctx = ctx;
    this.#endpoint = endpoint;
    this.#limits = limits;
  }

  /** What is new and history in turns, so that neither waits for the other. */
  async goOn(): Promise<void> {
    for (let round = 0; round < this.#limits.rounds; round++) {
      const more = await this.#copyWaiting();
      if (this.#over()) return;
      const moreHistory = !this.#historyDone && (await this.#copyHistory());
      if (this.#over() || (!more && !moreHistory)) return;
    }
  }

  #over(): boolean {
    return this.refusal !== null || this.#ctx.clock.now() >= this.#until;
  }

  /** True where there may be more. */
  async #copyWaiting(): Promise<boolean> {
    const { entries, events } = await readWaiting(this.#ctx.db, this.#limits.rows);
    if (entries.length === 0) return false;
    if (!(await this.#send(events))) return false;
    await settleWaiting(this.#ctx.db, entries);
    this.failures = 0;
    return entries.length === this.#limits.rows;
  }

  /** True where there may be more. */
  async #copyHistory(): Promise<boolean> {
    const events = await readHistory(this.#ctx.db, this.#history, this.#limits.rows);
    if (!(await this.#send(events))) return false;
    const last = events.at(-1);
    if (last) this.#history = { day: last.day, id: last.id };
    this.#historyDone = events.length < this.#limits.rows;
    await settleHistory(this.#ctx.db, this.#history, this.#ctx.clock.now(), this.#historyDone);
    this.failures = 0;
    return !this.#historyDone;
  }

  /** All of them, or false: what was taken before a refusal is sent again, which counts once. */
  async #send(events: readonly StoredEvent[]): Promise<boolean> {
    for (const pack of packLines(events.map(lineOf), this.#limits.bytes)) {
      const left = Math.max(this.#until - this.#ctx.clock.now(), leastPatienceMs);
      const patienceMs = Math.min(left, this.#limits.patienceMs);
      const answer = await postLines(this.#endpoint, pack, patienceMs);
      if (answer.status === "refused") {
        this.refusal = answer;
        return false;
      }
      this.quarantined += answer.quarantined;
    }
    this.events += events.length;
    return true;
  }
}
