/** An object's SQLite in Node: the same engine, in memory, with what our tables use of it. */
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import type { TableStorage } from "#workers/features/leaderboards/standings-reader.ts";

/** A new, empty storage; it outlives the tables that are made of it, as an object's does. */
export function createSqliteStorage(): TableStorage {
  const database = new DatabaseSync(":memory:");
  const statements = new Map<string, ReturnType<DatabaseSync["prepare"]>>();
  const exec = (query: string, ...values: SQLInputValue[]) => {
    const statement = statements.get(query) ?? database.prepare(query);
    statements.set(query, statement);
    const rows = statement.all(...values);
    return { toArray: () => rows };
  };
  return {
    sql: { exec } as unknown as TableStorage["sql"],
    transactionSync(work) {
      database.exec("savepoint one");
      try {
        const result = work();
        database.exec("release one");
        return result;
      } catch (error) {
        database.exec("rollback to one; release one");
        throw error;
      }
    },
  };
}
