/** The door for the queue: telemetry to those who store it, and what was given up to be kept. */
import { keepDeadTelemetry, storeTracked } from "./features/events/events.telemetry.ts";
import { storeTelemetry } from "./features/smart-links/smart-links.telemetry.ts";
import type { Ctx } from "./platform/context.ts";
import { isDatabaseAway } from "./platform/failure.ts";
import type { TelemetryBatch, TelemetryMessage } from "./platform/telemetry.ts";

export type Body = TelemetryMessage | TelemetryBatch;

/** Of messages that were given up, as wrangler.toml names it. */
export const deadQueue = "k-factor-telemetry-dead";

const firstDelayS = 5;
const longestDelayS = 60;

/** Seconds before the next try: 5, 10, 20, 40, then every minute. */
export function retryDelayS(attempts: number): number {
  return Math.min(longestDelayS, firstDelayS * 2 ** Math.min(attempts - 1, 10));
}

/**
 * Stores a batch as a whole. While the database is away all of it waits; else the messages go one
 * by one, so that one that cannot be stored takes no other along. Storing is idempotent.
 */
export async function takeTelemetry(ctx: Ctx, batch: MessageBatch<Body>): Promise<void> {
  const dead = batch.queue === deadQueue;
  try {
    await store(
      ctx,
      batch.messages.map(({ body }) => body),
    );
  } catch (error) {
    ctx.log.error("telemetry not stored", error, { messages: batch.messages.length });
    if (isDatabaseAway(error)) batch.retryAll({ delaySeconds: delayOf(batch.messages) });
    else await storeEach(ctx, batch.messages, dead);
  }
}

async function store(ctx: Ctx, bodies: readonly Body[]): Promise<void> {
  await Promise.all([storeTelemetry(ctx, bodies), storeTracked(ctx, bodies)]);
}

async function storeEach(
  ctx: Ctx,
  messages: readonly Message<Body>[],
  dead: boolean,
): Promise<void> {
  for (const message of messages) {
    try {
      await store(ctx, [message.body]);
      message.ack();
    } catch (error) {
      if (dead && !isDatabaseAway(error)) await keep(ctx, message, error);
      else message.retry({ delaySeconds: retryDelayS(message.attempts) });
    }
  }
}

async function keep(ctx: Ctx, message: Message<Body>, error: unknown): Promise<void> {
  try {
    await keepDeadTelemetry(ctx, { id: message.id, body: message.body, error });
    message.ack();
  } catch (failure) {
    ctx.log.error("dead letter not kept", failure);
    message.retry({ delaySeconds: longestDelayS });
  }
}

function delayOf(messages: readonly Message<Body>[]): number {
  return retryDelayS(Math.max(...messages.map(({ attempts }) => attempts)));
}
