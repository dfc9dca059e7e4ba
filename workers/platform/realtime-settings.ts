/** The server's numbers of presence, in one place; a test or a bench may set others. */
import * as z from "zod";
import { wireTimes } from "#shared/protocol/limits.ts";

const count = (standard: number) => z.int().min(0).default(standard);
const ms = count;

const schema = z.strictObject({
  leaseMs: ms(wireTimes.leaseMs),
  awayLeaseMs: ms(wireTimes.awayLeaseMs),
  leaveGraceMs: ms(wireTimes.leaveGraceMs),
  /** How often a client says `p`; told by `welcome`. */
  heartbeatMs: ms(wireTimes.heartbeatMs),
  /** How often a room looks for leases that are over, while it has sockets. */
  leaseCheckMs: ms(wireTimes.leaseCheckMs),
  /** Up to so many people are listed one by one; above, `sample` of them. */
  listed: count(100),
  sample: count(24),
  /** Changes are told so often: up to `listed` people, up to `manyPeople`, a crowd's counts. */
  tickMs: ms(50),
  manyPeople: count(500),
  manyTickMs: ms(100),
  crowdTickMs: ms(1_000),
  /** And its sample. */
  crowdListMs: ms(4_000),
  /** What a crowd is told once a tick reaches all its sockets within this time, not at one moment. */
  crowdSpreadMs: ms(400),
  /** A leaf aims at so many sockets, splits at more, joins its sibling when both fit. */
  leafTarget: count(500),
  leafSplit: count(750),
  /** Bits of the longest prefix. */
  leafDepth: z.int().min(1).max(24).default(16),
  /** People who move to another leaf are spread over this time. */
  moveSpreadMs: ms(60_000),
  /** Reactions within this time leave together. */
  reactionTickMs: ms(250),
  reportMs: ms(1_000),
  /** A leaf reports so long before the root tells all leaves again. */
  reportAheadMs: ms(150),
  /** The root forgets what a leaf said that was silent for so long. */
  leafSilentMs: ms(200_000),
  /** How long an isolate believes what it knows of a subject's leaves. */
  directoryLifeMs: ms(2_000),
});

export type RealtimeSettings = z.infer<typeof schema>;

/** The settings as the environment has them: a JSON object of those that differ. */
export const realtimeSettings = z
  .string()
  .default("{}")
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue("must be JSON");
      return z.NEVER;
    }
  })
  .pipe(schema);

/** The settings when nobody says otherwise. */
export const standardSettings: RealtimeSettings = schema.parse({});
