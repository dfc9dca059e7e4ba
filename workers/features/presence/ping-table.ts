/**
 * The leases of those who live by pings, in a leaf's SQLite: without a socket nothing else keeps
 * them while the object sleeps. Written once a ping, never for a socket.
 */
import { makeTables } from "../../platform/room-tables.ts";
import type { BookedPerson } from "./lease-book.ts";
import type { Told } from "./presence.ts";

export interface KeptPing {
  person: BookedPerson;
  told: Told;
}

type Row = { handle: string; alias: string; told: string };

export class PingTable {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    makeTables(sql, {
      pings: `(handle text primary key, alias text not null, told text not null,
        ends_at integer not null) without rowid`,
    });
  }

  /** The last ping counts. `endsAt` in milliseconds since 1970. */
  keep({ handle, alias }: BookedPerson, told: Told, endsAt: number): void {
    const row = [handle, alias, JSON.stringify(told), endsAt];
    this.#sql.exec("insert or replace into pings values (?, ?, ?, ?)", ...row);
  }

  drop(handle: string): void {
    this.#sql.exec("delete from pings where handle = ?", handle);
  }

  all(): KeptPing[] {
    const rows = this.#sql.exec<Row>("select handle, alias, told from pings").toArray();
    return rows.map(({ told, ...person }) => ({ person, told: JSON.parse(told) as Told }));
  }

  /** Whose leases are over. */
  expired(now: number): string[] {
    const over = "select handle from pings where ends_at <= ?";
    const rows = this.#sql.exec<{ handle: string }>(over, now).toArray();
    return rows.map(({ handle }) => handle);
  }

  /** When the next lease is over; null when there is none. */
  nextEnd(): number | null {
    const next = "select min(ends_at) as at from pings";
    return this.#sql.exec<{ at: number | null }>(next).one().at;
  }
}
