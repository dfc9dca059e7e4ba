/** Asks each part whether it works. */
import type { Ctx } from "../../platform/context.ts";
import { pingDatabase } from "./operations.repo.ts";

export type PartState = "ok" | "down";
export interface Health {
  db: PartState;
  kv: PartState;
  queue: PartState;
  rooms: PartState;
  version: string;
}

/** How long a part may take, in milliseconds. */
const patienceMs = 3_000;

interface PingApi {
  ping(): Promise<string>;
}

/** Never throws: a part that fails or dawdles is `down`. */
export async function checkHealth(ctx: Ctx): Promise<Health> {
  const [db, kv, queue, rooms] = await Promise.all([
    stateOf(ctx, "db", () => pingDatabase(ctx.db)),
    stateOf(ctx, "kv", () => ctx.config.HOT_KV.get("health")),
    stateOf(ctx, "queue", () => ctx.config.TELEMETRY.send({ type: "probe" })),
    stateOf(ctx, "rooms", () => ctx.rooms.get<PingApi>("COHORT_ROOM", "health").ping()),
  ]);
  return { db, kv, queue, rooms, version: ctx.config.APP_VERSION };
}

async function stateOf(ctx: Ctx, part: string, ask: () => Promise<unknown>): Promise<PartState> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${part} did not answer`)), patienceMs);
  });
  try {
    await Promise.race([ask(), late]);
    return "ok";
  } catch (error) {
    ctx.log.error("health", error, { part });
    return "down";
  } finally {
    clearTimeout(timer);
  }
}

export function isHealthy(health: Health): boolean {
  return [health.db, health.kv, health.queue, health.rooms].every((state) => state === "ok");
}
