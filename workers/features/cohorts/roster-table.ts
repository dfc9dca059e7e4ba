/** A cohort room's list, the news it was told, and held leaves, in its SQLite. */
import type { Status } from "#shared/protocol/client-frames.ts";
import { roomSizes } from "#shared/protocol/limits.ts";
import type { FeedItem } from "#shared/protocol/server-frames.ts";
import { makeTables } from "../../platform/room-tables.ts";
import type { ListedMember, Presence } from "./cohort.ts";

const tables = {
  members: `(handle text primary key, alias text not null, alias_version integer not null,
    joined_at integer not null) without rowid`,
  feed: "(id text primary key, created_at integer not null, body text not null) without rowid",
  held: "(handle text primary key, status text not null, until integer not null) without rowid",
  complete: "(handle_key text primary key)",
};

export class RosterTable {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    makeTables(sql, tables);
  }

  /** False until everything that Postgres had was taken once, with handles of that key. */
  isComplete(handleKey: string): boolean {
    const query = "select 1 from complete where handle_key = ?";
    return this.#sql.exec(query, handleKey).toArray().length > 0;
  }

  markComplete(handleKey: string): void {
    this.#sql.exec("insert or ignore into complete values (?)", handleKey);
  }

  clear(): void {
    for (const table of Object.keys(tables)) this.#sql.exec(`delete from ${table}`);
  }

  members(): ListedMember[] {
    const query = `select handle, alias, alias_version as aliasVersion, joined_at as joinedAt
      from members order by joined_at, handle`;
    return this.#sql.exec<ListedMember & Record<string, SqlStorageValue>>(query).toArray();
  }

  /** Adds who is new, and takes an alias whose version is newer, in the feed's lines, too. */
  addMembers(members: readonly ListedMember[]): void {
    for (const { handle, alias, aliasVersion, joinedAt } of members) {
      const cursor = this.#sql.exec(
        `insert into members values (?, ?, ?, ?)
         on conflict (handle) do update set alias = excluded.alias,
           alias_version = excluded.alias_version
         where excluded.alias_version > members.alias_version returning handle`,
        ...[handle, alias, aliasVersion, joinedAt],
      );
      if (cursor.toArray().length > 0) this.#renameInFeed(handle, alias);
    }
  }

  #renameInFeed(handle: string, alias: string): void {
    this.#sql.exec(
      `update feed set body = json_set(body, '$.alias', ?1)
       where json_extract(body, '$.handle') = ?2 and json_extract(body, '$.alias') <> ?1`,
      ...[alias, handle],
    );
  }

  /** Newest first. */
  feed(): FeedItem[] {
    const query = "select body from feed order by created_at desc, id desc limit ?";
    const rows = this.#sql.exec<{ body: string }>(query, roomSizes.snapshotFeed).toArray();
    return rows.map((row) => JSON.parse(row.body) as FeedItem);
  }

  /** Adds items; answers those that were not there. Keeps ten times what a snapshot shows. */
  addItems(items: readonly FeedItem[]): FeedItem[] {
    const fresh = items.filter((item) => {
      const insert = "insert or ignore into feed values (?, ?, ?) returning id";
      const body = JSON.stringify(item);
      return this.#sql.exec(insert, item.id, item.createdAt, body).toArray().length > 0;
    });
    this.#sql.exec(
      `delete from feed where id not in
        (select id from feed order by created_at desc, id desc limit ?)`,
      roomSizes.snapshotFeed * 10,
    );
    return fresh;
  }

  /** Shows somebody who left as before, until that time (milliseconds since 1970). */
  hold(presence: Presence, until: number): void {
    const { handle, status } = presence;
    this.#sql.exec("insert or replace into held values (?, ?, ?)", handle, status, until);
  }

  /** Forgets the held leaves that are over by `now`; answers how many. */
  releaseHeld(now: number): number {
    return this.#sql.exec("delete from held where until <= ? returning handle", now).toArray()
      .length;
  }

  /** Somebody came back. */
  forgetHeld(handle: string): void {
    this.#sql.exec("delete from held where handle = ?", handle);
  }

  held(): (Presence & { until: number })[] {
    const query = "select handle, status, until from held";
    const rows = this.#sql.exec<{ handle: string; status: string; until: number }>(query).toArray();
    return rows.map((row) => ({ ...row, status: row.status as Status }));
  }
}
