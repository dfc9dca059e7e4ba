/** People: visitors, accounts (better-auth's tables), pending joins, guardians' consent, tokens. */
import { boolean, index, jsonb, pgTable, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Assignments } from "#shared/experiments.ts";
import { type GuardianState, guardianStates, loops, personas, roles } from "#shared/vocabulary.ts";
import { moment, typeId } from "./columns.ts";

/** A browser without an account, or one that was later joined to an account. */
export const visitors = pgTable(
  "visitors",
  {
    id: typeId("vis").primaryKey(),
    userId: typeId("user"),
    createdAt: moment().notNull(),
    firstLinkId: typeId("link"),
    firstTouchAt: moment(),
  },
  (t) => [index().on(t.userId)],
);

export const users = pgTable(
  "users",
  {
    id: typeId("user").primaryKey(),
    /** The first visitor id: all history, attribution and experiment buckets hang on it. */
    visitorId: typeId("vis").notNull(),
    name: text().notNull(),
    email: text().notNull(),
    emailVerified: boolean().notNull().default(false),
    image: text(),
    persona: text({ enum: personas }).notNull(),
    role: text({ enum: roles }).notNull(),
    alias: text().notNull(),
    birthYear: smallint(),
    guardianId: typeId("user"),
    guardianState: text({ enum: guardianStates }).$type<GuardianState>().notNull(),
    /** A minor may share outside only with this. */
    shareConsent: boolean().notNull().default(false),
    /** Where the person's days begin: an IANA name, from the browser. */
    timezone: text().notNull().default("UTC"),
    /** Variants of running experiments, so that a change of weights moves nobody on any browser. */
    assignments: jsonb().$type<Assignments>().notNull().default({}),
    /** Set by an operator: from then on nobody is credited with or for this account. */
    blockedAt: moment(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex("users_email_key").on(t.email),
    uniqueIndex("users_alias_key").on(t.alias),
    uniqueIndex("users_visitor_key").on(t.visitorId),
    index().on(t.guardianId),
  ],
);

export const sessions = pgTable(
  "sessions",
  {
    id: typeId("sess").primaryKey(),
    userId: typeId("user")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    token: text().notNull(),
    expiresAt: moment().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [uniqueIndex("sessions_token_key").on(t.token), index().on(t.userId)],
);

export const accounts = pgTable(
  "accounts",
  {
    id: typeId("acct").primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: typeId("user")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: text(),
    password: text(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [index().on(t.userId)],
);

export const verifications = pgTable(
  "verifications",
  {
    id: typeId("vrfy").primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment().notNull(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [index().on(t.identifier)],
);

/** What a sign-in request must remember until the mail comes back, maybe in another browser. */
export const pendingJoins = pgTable(
  "pending_joins",
  {
    id: typeId("join").primaryKey(),
    email: text().notNull(),
    visitorId: typeId("vis").notNull(),
    linkId: typeId("link"),
    loop: text({ enum: loops }),
    /** Null where somebody only wants to sign in: then no account can come of it. */
    persona: text({ enum: personas }),
    birthYear: smallint(),
    guardianEmail: text(),
    /** SHA-256 of the magic link's token: finds this row from the link. */
    tokenHash: text().notNull(),
    /** Keyed hash of the 6-digit code, for the browser that asked. */
    codeHash: text().notNull(),
    codeTries: smallint().notNull().default(0),
    returnTo: text(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    /** The session it became: set once, by the one confirmation that wins. */
    sessionId: typeId("sess"),
  },
  (t) => [
    uniqueIndex("pending_joins_token_key").on(t.tokenHash),
    index().on(t.email, t.createdAt),
    index().on(t.visitorId, t.createdAt),
    index().on(t.expiresAt),
  ],
);

/** A guardian's answer for a child's account. */
export const guardianConsents = pgTable(
  "guardian_consents",
  {
    id: typeId("consent").primaryKey(),
    childId: typeId("user")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    guardianEmail: text().notNull(),
    tokenHash: text().notNull(),
    method: text({ enum: ["email_page"] }),
    askedAt: moment().notNull(),
    expiresAt: moment().notNull(),
    answeredAt: moment(),
    answer: text({ enum: ["consented", "declined"] }),
  },
  (t) => [uniqueIndex("guardian_consents_token_key").on(t.tokenHash), index().on(t.childId)],
);

/** Bearer tokens for the REST interface; only the hash is kept. */
export const accessTokens = pgTable(
  "access_tokens",
  {
    id: typeId("pat").primaryKey(),
    userId: typeId("user")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    tokenHash: text().notNull(),
    scopes: jsonb().$type<readonly string[]>().notNull(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
    lastUsedAt: moment(),
  },
  (t) => [uniqueIndex("access_tokens_hash_key").on(t.tokenHash), index().on(t.userId)],
);
