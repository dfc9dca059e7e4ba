/** Lets each ticket in once, also after the room slept or fell, at few writes (decision 0019). */
import { idTimeMs, toUuid } from "#shared/ids.ts";
import { wireTimes } from "#shared/protocol/limits.ts";
import { makeTables } from "./room-tables.ts";
import type { TicketClaims } from "./ticket.ts";

/** So many tickets within this time, and the room is busy: it writes once for all of the next second. */
const busyUses = 5;
const busyMs = 2_000;
const aheadMs = 1_000;
/** Tickets are forgotten together, by the end of such a time. */
const slotMs = wireTimes.ticketLifeMs / 4;

/**
 * Which tickets were used is known in memory. Stored is only a bound: no ticket that was issued
 * later has been used. A room that wakes lets in only what is newer, and sends the others for a new
 * ticket. A write for each ticket would hold up everybody's frames until it is on the disk.
 */
export class UsedTickets {
  readonly #sql: SqlStorage;
  /** By when they have expired, the last 48 bits of their ids: a crowd's take less room as numbers. */
  readonly #used = new Map<number, Set<number>>();
  /** When this instance began, nothing that was issued later had been used. */
  readonly #wokeWith: number;
  /** What is stored. */
  #bound: number;
  /** When the last few were let in. */
  readonly #uses: number[] = [];
  #forgottenAt = 0;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    makeTables(sql, {
      outdated_tickets: "(handle text primary key, issued_until integer not null) without rowid",
    });
    makeTables(sql, {
      used_tickets: "(only integer primary key check (only = 1), issued_until integer not null)",
    });
    const [row] = sql.exec<{ bound: number }>("select issued_until as bound from used_tickets");
    this.#bound = row?.bound ?? 0;
    this.#wokeWith = this.#bound;
  }

  /** True the first time, false for a replay and for what is outdated. Forgets what has expired. */
  consume(claims: Pick<TicketClaims, "jti" | "exp" | "handle">, now: number): boolean {
    // Not with each ticket: a crowd that comes at once would look through all its tickets each time.
    if (now - this.#forgottenAt >= slotMs) this.forget(now);
    const issuedAt = idTimeMs(claims.jti);
    if (issuedAt <= this.#wokeWith || this.isOutdated(claims.handle, issuedAt)) return false;
    if (!this.#note(claims)) return false;
    const isBusy = now - (this.#uses[busyUses - 2] ?? 0) < busyMs;
    this.#uses.unshift(now);
    this.#uses.length = Math.min(this.#uses.length, busyUses);
    if (issuedAt > this.#bound) this.#raise(isBusy ? Math.max(issuedAt, now) + aheadMs : issuedAt);
    return true;
  }

  /** False for one that is noted. Two tickets of the same number cost one of them a new ticket. */
  #note({ jti, exp }: Pick<TicketClaims, "jti" | "exp">): boolean {
    const number = Number.parseInt(toUuid(jti).slice(-12), 16);
    for (const slot of this.#used.values()) if (slot.has(number)) return false;
    const endsAt = Math.ceil(exp / slotMs) * slotMs;
    const slot = this.#used.get(endsAt) ?? new Set();
    this.#used.set(endsAt, slot.add(number));
    return true;
  }

  #raise(bound: number): void {
    this.#bound = bound;
    this.#sql.exec("insert or replace into used_tickets values (1, ?)", bound);
  }

  /** What is read of the person at that time is no longer so. */
  isOutdated(handle: string, readAt: number): boolean {
    const outdated = "select 1 from outdated_tickets where handle = ? and issued_until >= ?";
    return this.#sql.exec(outdated, handle, readAt).toArray().length > 0;
  }

  /** The person's tickets that were issued until then say what is no longer so. */
  outdate(handle: string, issuedUntil: number): void {
    this.#sql.exec(
      `insert into outdated_tickets values (?, ?)
       on conflict (handle) do update set issued_until = max(issued_until, excluded.issued_until)`,
      ...[handle, issuedUntil],
    );
  }

  forget(now: number): void {
    this.#forgottenAt = now;
    for (const endsAt of this.#used.keys()) if (endsAt <= now) this.#used.delete(endsAt);
    const oldest = now - wireTimes.ticketLifeMs;
    this.#sql.exec("delete from outdated_tickets where issued_until < ?", oldest);
  }
}
