/** The tickets a room has seen, in its SQLite, until they would have expired anyway. */
import { wireTimes } from "#shared/protocol/limits.ts";
import type { TicketClaims } from "./ticket.ts";

export class UsedTickets {
  readonly #sql: SqlStorage;
  #forgottenAt = 0;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(`create table if not exists used_tickets
      (jti text primary key, expires_at integer not null) without rowid`);
  }

  /** True the first time, false for a replay. Forgets what has expired by `now`. */
  consume(claims: Pick<TicketClaims, "jti" | "exp">, now: number): boolean {
    // Not with each ticket: a crowd that comes at once would look through all its tickets each time.
    if (now - this.#forgottenAt >= wireTimes.ticketLifeMs / 4) this.forget(now);
    const insert = "insert or ignore into used_tickets values (?, ?) returning jti";
    return this.#sql.exec(insert, claims.jti, claims.exp).toArray().length === 1;
  }

  forget(now: number): void {
    this.#forgottenAt = now;
    this.#sql.exec("delete from used_tickets where expires_at <= ?", now);
  }
}
