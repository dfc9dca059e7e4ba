/**
 * Stands in for the queue and the cron under bare workerd. Messages wait until the harness asks for
 * their delivery: in production, queue and consumer take no time from the Worker that sends.
 */

interface Message {
  id: string;
  timestamp: Date;
  attempts: number;
  body?: unknown;
  serializedBody?: Uint8Array;
}

/** What `service_binding_extra_handlers` adds to a service binding. */
interface Consumer {
  queue(
    name: string,
    messages: readonly Message[],
  ): Promise<{ outcome: string; retryBatch: { retry: boolean } }>;
  scheduled(event: { scheduledTime: Date; cron: string }): Promise<{ outcome: string }>;
}

interface Env {
  CONSUMER: Consumer;
  QUEUE_NAME: string;
}

/** A message as it came: it is read only when it is delivered, for the same reason. */
interface Held {
  id: string;
  timestamp: Date;
  format: string | null;
  bytes: Uint8Array;
}

/** As `max_batch_size` in wrangler.toml. */
const batchSize = 100;
const maxAttempts = 3;
const held: Held[] = [];
const metrics = () => ({ metadata: { metrics: { backlogCount: held.length, backlogBytes: 0 } } });

function hold(format: string | null, bytes: Uint8Array): void {
  held.push({ id: crypto.randomUUID(), timestamp: new Date(), format, bytes });
}

function read({ id, timestamp, format, bytes }: Held, attempts: number): Message {
  const common = { id, timestamp, attempts };
  if (format === "v8") return { ...common, serializedBody: bytes };
  if (format === "bytes") return { ...common, body: bytes };
  const text = new TextDecoder().decode(bytes);
  return { ...common, body: format === "text" ? text : JSON.parse(text) };
}

/** Hands on all that waits. A batch that keeps failing counts as failed and is dropped. */
async function deliver(env: Env): Promise<{ delivered: number; failed: number }> {
  const counts = { delivered: 0, failed: 0 };
  while (held.length > 0) {
    const batch = held.splice(0, batchSize);
    const ok = await deliverBatch(env, batch);
    counts[ok ? "delivered" : "failed"] += batch.length;
  }
  return counts;
}

async function deliverBatch(env: Env, batch: readonly Held[]): Promise<boolean> {
  for (let attempts = 1; attempts <= maxAttempts; attempts++) {
    const messages = batch.map((message) => read(message, attempts));
    const { outcome, retryBatch } = await env.CONSUMER.queue(env.QUEUE_NAME, messages);
    if (outcome === "ok" && !retryBatch.retry) return true;
  }
  return false;
}

async function holdBatch(request: Request): Promise<void> {
  const { messages } = (await request.json()) as {
    messages: { contentType: string; body: string }[];
  };
  for (const { contentType, body } of messages) {
    hold(
      contentType,
      Uint8Array.from(atob(body), (char) => char.charCodeAt(0)),
    );
  }
}

export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    if (pathname === "/message") {
      hold(request.headers.get("X-Msg-Fmt"), new Uint8Array(await request.arrayBuffer()));
      return Response.json(metrics());
    }
    if (pathname === "/batch") {
      await holdBatch(request);
      return Response.json(metrics());
    }
    if (pathname === "/metrics") return Response.json(metrics().metadata.metrics);
    if (pathname === "/deliver") return Response.json(await deliver(env));
    if (pathname === "/scheduled") {
      const scheduledTime = new Date();
      const { outcome } = await env.CONSUMER.scheduled({ scheduledTime, cron: "* * * * *" });
      return Response.json({ outcome });
    }
    return new Response(null, { status: 404 });
  },
} satisfies ExportedHandler<Env>;
