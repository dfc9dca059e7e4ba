/** PGlite in memory, or a PostgreSQL of its own: figures of the two are not comparable. */
export const databaseKinds = ["embedded", "postgres"] as const;
export type DatabaseKind = (typeof databaseKinds)[number];
