/** Experiments, flags, who saw what, and the queue of messages that a flag can stop. */
import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
} from "drizzle-orm/pg-core";
import {
  experimentStates,
  type FlagRule,
  type FlagValue,
  flagKinds,
  type Guardrail,
  type MetricName,
  metricNames,
  type NamespaceRange,
  type Targeting,
  type Variant,
} from "#shared/experiments.ts";
import { loops } from "#shared/vocabulary.ts";
import { moment, typeId } from "./columns.ts";

export const experiments = pgTable("experiments", {
  key: text().primaryKey(),
  hypothesis: text().notNull(),
  /** What it is about: a loop, or a place of the product. */
  loop: text({ enum: loops }),
  surface: text(),
  /** The first is the control. Weights are those of the current phase. */
  variants: jsonb().$type<readonly Variant[]>().notNull(),
  trafficBp: integer().notNull(),
  targeting: jsonb().$type<Targeting>().notNull(),
  namespace: jsonb().$type<NamespaceRange>(),
  primaryMetric: text({ enum: metricNames }).notNull(),
  metrics: jsonb().$type<readonly MetricName[]>().notNull(),
  guardrails: jsonb().$type<readonly Guardrail[]>().notNull(),
  /** Persons in each variant, and whole days, before a fixed test is read. */
  minPersons: integer().notNull(),
  minDays: integer().notNull(),
  state: text({ enum: experimentStates }).notNull(),
  /** Begins at 1; another split of weights or traffic is the next. */
  phase: integer().notNull().default(1),
  version: integer().notNull().default(1),
  createdBy: typeId("user").notNull(),
  createdAt: moment().notNull(),
  startedAt: moment(),
  phaseStartedAt: moment(),
  stoppedAt: moment(),
});

export const flags = pgTable("flags", {
  key: text().primaryKey(),
  description: text().notNull(),
  kind: text({ enum: flagKinds }).notNull(),
  enabled: boolean().notNull(),
  defaultValue: jsonb().$type<FlagValue>().notNull(),
  offValue: jsonb().$type<FlagValue>().notNull(),
  rules: jsonb().$type<readonly FlagRule[]>().notNull(),
  killedAt: moment(),
  killReason: text(),
  /** The `guardrail.tripped` event; null where an admin did it. */
  killEventId: typeId("evt"),
  version: integer().notNull().default(1),
  updatedAt: moment().notNull(),
});

/** Every change of a flag or experiment: who, when, and what it was from then on. */
export const definitionChanges = pgTable(
  "definition_changes",
  {
    kind: text({ enum: ["experiment", "flag"] }).notNull(),
    key: text().notNull(),
    version: integer().notNull(),
    action: text().notNull(),
    /** Null where a guardrail did it. */
    actorId: typeId("user"),
    at: moment().notNull(),
    became: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.key, t.version] })],
);

/** A person's first use of an experiment, once. */
export const exposures = pgTable(
  "exposures",
  {
    experimentKey: text().notNull(),
    /** The first visitor id. */
    visitorId: typeId("vis").notNull(),
    variant: text().notNull(),
    phase: integer().notNull(),
    at: moment().notNull(),
    /** The `exp.exposed` event. */
    eventId: typeId("evt").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.experimentKey, t.visitorId] }),
    index().on(t.experimentKey, t.phase, t.variant),
    index().on(t.visitorId),
  ],
);

export const messageStates = ["queued", "sent", "cancelled"] as const;

/** Queued sends of every channel; a sender asks the loop's flag again in its own transaction. */
export const messages = pgTable(
  "messages",
  {
    id: typeId("msg").primaryKey(),
    recipientId: typeId("user").notNull(),
    loop: text({ enum: loops }).notNull(),
    channel: text({ enum: ["mail", "push", "in_app"] }).notNull(),
    state: text({ enum: messageStates }).notNull(),
    sendAt: moment().notNull(),
    createdAt: moment().notNull(),
    closedAt: moment(),
    cancelReason: text(),
  },
  (t) => [
    index("messages_queued_idx").on(t.loop, t.sendAt).where(sql`state = 'queued'`),
    index().on(t.recipientId, t.createdAt),
  ],
);

/** What the last sweep of the guardrails came to. */
export const guardrailReadings = pgTable(
  "guardrail_readings",
  {
    experimentKey: text().notNull(),
    /** Its place in the experiment's list. */
    position: integer().notNull(),
    state: text({ enum: ["tripped", "safe", "inconclusive"] }).notNull(),
    events: integer().notNull(),
    persons: integer().notNull(),
    against: real().notNull(),
    inFavour: real().notNull(),
    readAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.experimentKey, t.position] })],
);
