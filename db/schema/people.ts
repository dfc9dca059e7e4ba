/** People: visitors, accounts (better-auth's tables), pending joins, guardians' consent, tokens. */
import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
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
    /** As people call the person; empty where nobody has said. Never the alias. */
    name: text().notNull().default(""),
    email: text().notNull(),
    emailVerified: boolean().notNull().default(false),
    image: text(),
    persona: text({ enum: personas }).notNull(),
    role: text({ enum: roles }).notNull(),
    alias: text().notNull(),
    /** Grows by one with every new alias: who shows it takes the newer one only. */
    aliasVersion: integer().notNull().default(1),
    /** Counts nowhere as present. */
    invisible: boolean().notNull().default(false),
    birthYear: smallint(),
    guardianId: typeId("user"),
    guardianState: text({ enum: guardianStates }).$type<GuardianState>().notNull(),
    /** A minor may share outside only with this. */
    shareConsent: boolean().notNull().default(false),
    /** Where the person's days begin: an IANA name, from the browser. */
    timezone: text().notNull().default("UTC"),
    /** Variants of running experiments, so that a change of weights moves nobody on any browser. */
    assignments: jsonb().$type<Assignments>().notNull().default({}),
    /** Set by an operator: nobody signs in to the account, nor is credited with or for it. */
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
    /** Never written: what kind of device it is stands in `device`. */
    userAgent: text(),
    /** Coarse, such as "Chrome on Android". */
    device: text().notNull().default("A browser"),
    /** When the second factor was given in this session. */
    secondFactorAt: moment(),
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
    /** Keyed hash of the network that asked, with a new key each day: for the limit only. */
    network: text(),
  },
  (t) => [
    uniqueIndex("pending_joins_token_key").on(t.tokenHash),
    index().on(t.network, t.createdAt),
    index().on(t.email, t.createdAt),
    index().on(t.visitorId, t.createdAt),
    index().on(t.expiresAt),
  ],
);

/** How a guardian answered: on the page that a mail led to, or signed in on `/family`. */
export const consentMethods = ["email_page", "family_page"] as const;

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
    method: text({ enum: consentMethods }),
    askedAt: moment().notNull(),
    expiresAt: moment().notNull(),
    answeredAt: moment(),
    answer: text({ enum: ["consented", "declined"] }),
  },
  (t) => [uniqueIndex("guardian_consents_token_key").on(t.tokenHash), index().on(t.childId)],
);

/** Every question, yes, no and withdrawal about a minor's sharing outside. Rows are never deleted. */
export const shareConsents = pgTable(
  "share_consents",
  {
    id: typeId("consent").primaryKey(),
    childId: typeId("user")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Whom the mail went to; null for what a guardian decided unasked. */
    guardianEmail: text(),
    tokenHash: text(),
    askedAt: moment().notNull(),
    expiresAt: moment().notNull(),
    answeredAt: moment(),
    answer: text({ enum: ["consented", "declined", "withdrawn"] }),
    method: text({ enum: consentMethods }),
  },
  (t) => [
    uniqueIndex("share_consents_token_key").on(t.tokenHash),
    uniqueIndex("share_consents_open_key").on(t.childId).where(sql`answer is null`),
    index().on(t.childId, t.askedAt),
    index("share_consents_guardian_idx").on(t.guardianEmail),
  ],
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
