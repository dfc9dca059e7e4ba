/** The tickets a room has seen, in its SQLite, until they would have expired anyway. */
import type { TicketClaims } from "./ticket.ts";

export class UsedTickets {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(`create table if not exists used_tickets
      (jti text primary key, expires_at integer not null) without rowid`);
  }

  /** True the first time, false for a replay. Forgets what has expired by `now`. */
  consume(claims: Pick<TicketClaims, "jti" | "exp">, now: number): boolean {
    this.forget(now);
    const insert = "insert or ignore into used_tickets values (?, ?) returning jti";
    return this.#sql.exec(insert, claims.jti, claims.exp).toArray().length === 1;
  }

  forget(now: number): void {
    this.#sql.exec("delete from used_tickets where expires_at <= ?", now);
  }
}
