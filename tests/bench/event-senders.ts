/** Browsers that send events as fast as they are taken, and again, with the same ids, what is not. */
import { setTimeout as pause } from "node:timers/promises";
import { type EventId, newId } from "#shared/ids.ts";
import { userAgent } from "./browser.ts";
import { openWire, requestBytes, type Wire } from "./http-wire.ts";

/** A visitor may send 600 at once: then the next one comes. */
const eventsOfVisitor = 500;
const retryMs = 200;

export interface Sent {
  accepted: EventId[];
  requests: number;
  /** Requests that were sent again, because they were not taken or not answered. */
  repeated: number;
}

export interface SendPlan {
  port: number;
  connections: number;
  /** Events in a request. */
  batch: number;
  until(): boolean;
}

/** Sends until `until` says so; everything accepted is in the answer. */
export async function sendEvents(plan: SendPlan): Promise<Sent> {
  const sent: Sent = { accepted: [], requests: 0, repeated: 0 };
  const lines = Array.from({ length: plan.connections }, (_, line) => sendOn(plan, line, sent));
  await Promise.all(lines);
  return sent;
}

async function sendOn(plan: SendPlan, line: number, sent: Sent): Promise<void> {
  const lane: { wire: Wire | null } = { wire: null };
  for (let visitor = 0; !plan.until(); visitor++) {
    const address = `100.${64 + (line & 63)}.${(visitor >> 8) & 255}.${visitor & 255}`;
    let cookie = "";
    for (let own = 0; own < eventsOfVisitor && !plan.until(); own += plan.batch) {
      const ids = Array.from({ length: plan.batch }, () => newId("evt", Date.now()));
      const head = await sendUntilTaken(plan, lane, requestOf(ids, address, cookie), sent);
      cookie ||= /^set-cookie: (vt_vid=[^;]+)/im.exec(head)?.[1] ?? "";
      for (const id of ids) sent.accepted.push(id);
    }
  }
  lane.wire?.close();
}

async function sendUntilTaken(
  plan: SendPlan,
  lane: { wire: Wire | null },
  request: Buffer,
  sent: Sent,
): Promise<string> {
  for (;;) {
    try {
      lane.wire ??= await openWire(plan.port);
      sent.requests++;
      const { status, head } = await lane.wire.exchange(request);
      if (status === 202) return head;
      if (status !== 503 && status !== 429) throw new RangeError(`/api/events answered ${status}`);
    } catch (error) {
      if (error instanceof RangeError) throw error;
      lane.wire?.close();
      lane.wire = null;
    }
    sent.repeated++;
    await pause(retryMs);
  }
}

function requestOf(ids: readonly EventId[], address: string, cookie: string): Buffer {
  const events = ids.map((eventId, index) => ({
    eventId,
    name: "presence.session",
    props: { durationMs: index * 1_000 },
  }));
  return requestBytes("/api/events", {
    method: "POST",
    headers: {
      "User-Agent": userAgent,
      "Sec-Fetch-Site": "same-origin",
      "CF-Connecting-IP": address,
      ...(cookie ? { Cookie: cookie } : {}),
    },
    body: JSON.stringify({ sentAt: Date.now(), events }),
  });
}
