/** Smart links, their hits and opens, and who is credited for whom. */
import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { loops } from "#shared/vocabulary.ts";
import { moment, typeId } from "./columns.ts";
import { users } from "./people.ts";

export const destinations = ["fvm.deck", "results.card", "cohort.room", "tutor.profile"] as const;
export type Destination = (typeof destinations)[number];

export const smartLinks = pgTable(
  "smart_links",
  {
    id: typeId("link").primaryKey(),
    code: text().notNull(),
    inviterId: typeId("user")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    loop: text({ enum: loops }).notNull(),
    destination: text({ enum: destinations }).notNull(),
    params: jsonb().$type<Record<string, unknown>>().notNull(),
    keyId: text().notNull(),
    signature: text().notNull(),
    maxJoins: integer(),
    joins: integer().notNull().default(0),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
    createdAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex("smart_links_code_key").on(t.code),
    index().on(t.inviterId, t.createdAt.desc(), t.id.desc()),
  ],
);

export const hitKinds = ["human", "bot", "prefetch", "head"] as const;

/** Every request at /sl; the id comes with the queue message, so a repeat is stored once. */
export const linkHits = pgTable(
  "link_hits",
  {
    id: typeId("hit").primaryKey(),
    linkId: typeId("link").notNull(),
    kind: text({ enum: hitKinds }).notNull(),
    at: moment().notNull(),
    /** Keyed daily hash of network and browser, of a person without a visitor id. */
    weakKey: text(),
    utm: jsonb().$type<Readonly<Record<string, string>>>(),
  },
  (t) => [
    index().on(t.linkId, t.at),
    index("link_hits_weak_key").on(t.weakKey, t.at).where(sql`weak_key is not null`),
  ],
);

/** A landing page asked for, unique by link, visitor and hour. */
export const linkOpens = pgTable(
  "link_opens",
  {
    linkId: typeId("link").notNull(),
    /** The visitor's id, or a keyed daily hash where the client keeps no cookies. */
    visitorKey: text().notNull(),
    /** Whole hours since 1970. */
    hour: integer().notNull(),
    at: moment().notNull(),
    /** True when the client kept no cookies and was told apart by network and browser alone. */
    weak: boolean().notNull().default(false),
    utm: jsonb().$type<Readonly<Record<string, string>>>(),
  },
  (t) => [primaryKey({ columns: [t.linkId, t.visitorKey, t.hour] })],
);

/** The first interaction on a landing page, once for each link and visitor. */
export const linkEngagements = pgTable(
  "link_engagements",
  {
    linkId: typeId("link").notNull(),
    visitorKey: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.linkId, t.visitorKey] })],
);

/** One inviter per invitee: provisional at the first FVM, fixed at join, or refused with a reason. */
export const inviteCredits = pgTable(
  "invite_credits",
  {
    id: typeId("credit").primaryKey(),
    inviteeVisitorId: typeId("vis").notNull(),
    linkId: typeId("link").notNull(),
    inviterId: typeId("user").notNull(),
    loop: text({ enum: loops }).notNull(),
    state: text({ enum: ["provisional", "fixed", "refused"] }).notNull(),
    refusal: text({ enum: ["self_invite", "link_closed", "already_active", "blocked"] }),
    /** The event that made the credit: a repeated delivery changes nothing. */
    sourceEventId: typeId("evt").notNull(),
    createdAt: moment().notNull(),
    /** The `invite.fvm` event, once the invitee has reached a first value. */
    fvmEventId: typeId("evt"),
    /** The `invite.joined` event of a fixed credit. */
    joinedEventId: typeId("evt"),
    fixedAt: moment(),
  },
  (t) => [
    uniqueIndex("invite_credits_invitee_key").on(t.inviteeVisitorId),
    index().on(t.inviterId),
    index().on(t.linkId),
  ],
);
