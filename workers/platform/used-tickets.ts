/** The tickets a room has seen, in its SQLite, until they would have expired anyway. */
import { idTimeMs } from "#shared/ids.ts";
import { wireTimes } from "#shared/protocol/limits.ts";
import { makeTables } from "./room-tables.ts";
import type { TicketClaims } from "./ticket.ts";

export class UsedTickets {
  readonly #sql: SqlStorage;
  #forgottenAt = 0;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    makeTables(sql, {
      used_tickets: "(jti text primary key, expires_at integer not null) without rowid",
      outdated_tickets: "(handle text primary key, issued_until integer not null) without rowid",
    });
  }

  /** True the first time, false for a replay and for what is outdated. Forgets what has expired. */
  consume(claims: Pick<TicketClaims, "jti" | "exp" | "handle">, now: number): boolean {
    // Not with each ticket: a crowd that comes at once would look through all its tickets each time.
    if (now - this.#forgottenAt >= wireTimes.ticketLifeMs / 4) this.forget(now);
    if (this.isOutdated(claims.handle, idTimeMs(claims.jti))) return false;
    const insert = "insert or ignore into used_tickets values (?, ?) returning jti";
    return this.#sql.exec(insert, claims.jti, claims.exp).toArray().length === 1;
  }

  /** What was read of the person at that time is no longer so. */
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
    this.#sql.exec("delete from used_tickets where expires_at <= ?", now);
    const oldest = now - wireTimes.ticketLifeMs;
    this.#sql.exec("delete from outdated_tickets where issued_until < ?", oldest);
  }
}
