/** Compares every unsealed bucket with the same count made from raw events by the second route. */
import type { Ctx } from "../../platform/context.ts";
import { readHistory, readStored } from "./raw-history.repo.ts";
import {
  type Counts,
  dailyKey,
  type IntakeKey,
  intakeKey,
  recountDays,
  recountIntakes,
  recountMonths,
} from "./recount.ts";
import { type EngagementKey, engagementKey, recountEngagement } from "./recount-engagement.ts";
import { sweepRollups } from "./sweep-rollups.ts";

export interface Difference {
  bucket: "intake" | "daily" | "month" | "engagement";
  /**
   * day, loop, persona, subject, variant, measure and bin; of a calendar day without three of them,
   * and where it is engagement: day, persona, measure and bin.
   */
  key: string;
  stored: number;
  counted: number;
}

export interface Verdict {
  /** Counts compared. */
  compared: number;
  differences: Difference[];
}

/** Sweeps first, so that what merely waits is no difference. Throws where it goes on changing. */
export async function compareRollups(ctx: Pick<Ctx, "db" | "clock">): Promise<Verdict> {
  for (let attempt = 0; attempt < 3; attempt++) {
    await sweepRollups(ctx, Number.POSITIVE_INFINITY);
    const history = await readHistory(ctx.db);
    const stored = await readStored(ctx.db);
    // Something came in between: what was read belongs to two moments.
    if (stored.waiting > 0) continue;
    const intakes = recountIntakes(history);
    const months = recountMonths(intakes, storedIntakes(stored.sealed));
    const verdicts = [
      compare("intake", storedIntakes(stored.intakes), intakes),
      compare("daily", storedDays(stored.days), recountDays(history)),
      compare("month", storedIntakes(stored.months), months),
      compare("engagement", storedEngagement(stored.engagement), recountEngagement(history)),
    ];
    return {
      compared: verdicts.reduce((sum, { compared }) => sum + compared, 0),
      differences: verdicts.flatMap(({ differences }) => differences),
    };
  }
  throw new Error("Events keep coming in: stop the traffic, or verify a copy of the database.");
}

function storedIntakes(rows: readonly Record<string, unknown>[]): Counts {
  return new Map(rows.map((row) => [intakeKey(row as unknown as IntakeKey), Number(row["n"])]));
}

function storedDays(rows: readonly Record<string, unknown>[]): Counts {
  return new Map(rows.map((row) => [dailyKey(row as unknown as IntakeKey), Number(row["n"])]));
}

function storedEngagement(rows: readonly Record<string, unknown>[]): Counts {
  const key = (row: unknown) => engagementKey(row as EngagementKey);
  return new Map(rows.map((row) => [key(row), Number(row["n"])]));
}

function compare(bucket: Difference["bucket"], stored: Counts, counted: Counts): Verdict {
  const keys = new Set([...stored.keys(), ...counted.keys()]);
  const differences = [...keys]
    .map((key) => ({ bucket, key, stored: stored.get(key) ?? 0, counted: counted.get(key) ?? 0 }))
    .filter((one) => one.stored !== one.counted);
  return { compared: keys.size, differences };
}
