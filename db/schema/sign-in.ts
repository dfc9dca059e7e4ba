/** Passkeys, and the second factor of admins. */
import { bigint, index, jsonb, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { moment, typeId } from "./columns.ts";
import { users } from "./people.ts";

/** Public keys that sign a person in; their private halves never leave the person's devices. */
export const passkeys = pgTable(
  "passkeys",
  {
    id: typeId("pkey").primaryKey(),
    userId: typeId("user")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** What the authenticator calls it, base64url. */
    credentialId: text().notNull().unique("passkeys_credential_key"),
    /** COSE, base64url. */
    publicKey: text().notNull(),
    /** Signatures so far; stays 0 where the authenticator does not count. */
    counter: bigint({ mode: "number" }).notNull(),
    transports: jsonb().$type<readonly string[]>().notNull(),
    /** Coarse, such as "Safari on iPhone": where it was made. */
    device: text().notNull(),
    createdAt: moment().notNull(),
    lastUsedAt: moment(),
  },
  (t) => [index().on(t.userId)],
);

/** Challenges that an answer has used up, until they would have expired anyway. */
export const usedChallenges = pgTable(
  "used_challenges",
  { challenge: text().primaryKey(), expiresAt: moment().notNull() },
  (t) => [index().on(t.expiresAt)],
);

/** The codes of an authenticator app (RFC 6238), one app a person. */
export const secondFactors = pgTable("second_factors", {
  userId: typeId("user")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** Encrypted. */
  secret: text().notNull(),
  /** Null until the first code proved that the app has the secret. */
  confirmedAt: moment(),
  /** The last 30-second step whose code was taken: none is taken twice. */
  lastStep: bigint({ mode: "number" }).notNull(),
  /** In a row. */
  wrongTries: smallint().notNull().default(0),
  waitUntil: moment(),
  createdAt: moment().notNull(),
});

/** Stand in for the app, once each; only keyed hashes are kept. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    userId: typeId("user")
      .notNull()
      .references(() => secondFactors.userId, { onDelete: "cascade" }),
    codeHash: text().notNull(),
    usedAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
);
