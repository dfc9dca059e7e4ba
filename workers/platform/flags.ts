/** Reads flags at the edge: definitions from isolate memory, then KV, then Postgres. */
import type { Db } from "#db/client.ts";
import type { FlagValue } from "#shared/experiments.ts";
import { loopFlagKey } from "#shared/experiments.ts";
import type { Loop, Subject } from "#shared/vocabulary.ts";
import type { Actor } from "./actor.ts";
import type { Clock } from "./clock.ts";
import { readDefinitions } from "./definitions.repo.ts";
import {
  type Definitions,
  type Evaluation,
  evaluateFlag,
  noDefinitions,
  type Subjected,
} from "./definitions.ts";
import type { AppEnv } from "./env.ts";
import type { Logger } from "./logger.ts";

/** Until then memory is answered from as it is; until the second, while it is being renewed. */
export const freshMs = 10_000;
export const usableMs = 60_000;
const kvKey = "definitions:v1";
/** KV's own edge cache keeps a value this long (its minimum), in seconds. */
const kvEdgeCacheS = 30;

/** What one isolate remembers. */
export interface FlagMemory {
  held: Definitions | null;
  /** When it was read, in milliseconds since 1970. */
  readAt: number;
}

export interface FlagStore {
  /** All definitions. Costs nothing warm; with neither KV nor Postgres, the last ones known. */
  definitions(): Promise<Definitions>;
  /** Reads Postgres and hands the definitions to KV and memory. */
  renew(): Promise<Definitions>;
}

const isolateMemory: FlagMemory = { held: null, readAt: 0 };

interface Deps {
  db: Db;
  clock: Clock;
  log: Logger;
  config: AppEnv;
  waitUntil(work: Promise<unknown>): void;
}

/** Whoever asks, and what there is to ask. */
interface Asking {
  flags: FlagStore;
  actor: Actor;
}

export function createFlagStore(deps: Deps, memory: FlagMemory = isolateMemory): FlagStore {
  const remember = (read: Definitions): Definitions => {
    memory.held = read;
    memory.readAt = deps.clock.now();
    return read;
  };
  // Postgres is right, also where it was restored to an older day.
  const renew = async () => {
    const read = remember(await readDefinitions(deps.db));
    await putIntoKv(deps, read);
    return read;
  };
  const load = async () => {
    const kept = await fromKv(deps);
    if (!kept) return renew();
    return remember(memory.held && memory.held.revision > kept.revision ? memory.held : kept);
  };
  const lastKnown = (error: unknown) => {
    deps.log.error("flags not read", error);
    return memory.held ?? noDefinitions;
  };
  return {
    renew,
    async definitions() {
      const age = deps.clock.now() - memory.readAt;
      if (!memory.held || age >= usableMs) return load().catch(lastKnown);
      if (age >= freshMs) {
        memory.readAt = deps.clock.now() - freshMs + 1_000;
        deps.waitUntil(load().catch(lastKnown));
      }
      return memory.held;
    },
  };
}

/** Only what is new there: KV counts its writes. A failure costs speed, never the answer. */
async function putIntoKv(deps: Deps, definitions: Definitions): Promise<void> {
  if ((await fromKv(deps))?.revision === definitions.revision) return;
  try {
    await deps.config.HOT_KV.put(kvKey, JSON.stringify(definitions));
  } catch (error) {
    deps.log.error("flags not kept in KV", error);
  }
}

async function fromKv(deps: Deps): Promise<Definitions | null> {
  try {
    const text = await deps.config.HOT_KV.get(kvKey, { cacheTtl: kvEdgeCacheS });
    return text ? (JSON.parse(text) as Definitions) : null;
  } catch (error) {
    deps.log.error("flags not read from KV", error);
    return null;
  }
}

/** What rules may ask about whoever asks; null for the system, which is nobody. */
export function subjectedOf(actor: Actor, subject: Subject | null = null): Subjected | null {
  if (actor.kind === "system") return null;
  const member = actor.kind === "member" ? actor : null;
  return {
    id: actor.visitorId,
    persona: member?.persona ?? null,
    minor: member?.minor ?? null,
    subject,
  };
}

/** The flag for whoever asks; `fallback` where there is no such flag, and for the system. */
export async function readFlag(
  ctx: Asking,
  key: string,
  options: { fallback: FlagValue; subject?: Subject },
): Promise<Evaluation> {
  const { flags } = await ctx.flags.definitions();
  const person = subjectedOf(ctx.actor, options.subject ?? null);
  if (person) return evaluateFlag(flags[key], person, options.fallback);
  const flag = flags[key];
  const off = flag !== undefined && (flag.killed || !flag.enabled);
  const value = off ? flag.offValue : options.fallback;
  return { value, variant: null, reason: off ? "off" : "default", ruleId: null, version: 0 };
}

/** False when the loop was turned off, for everybody or for whoever asks. */
export async function isLoopOn(ctx: Asking, loop: Loop): Promise<boolean> {
  const { value } = await readFlag(ctx, loopFlagKey(loop), { fallback: true });
  return value !== false;
}
