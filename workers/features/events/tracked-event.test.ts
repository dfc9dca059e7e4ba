import { describe, expect, it } from "vitest";
import { facts, touches } from "#shared/events.ts";
import { newId } from "#shared/ids.ts";
import { longestEvent, newestMs, oldestMs, readTrackedEvent } from "./tracked-event.ts";

const receivedAt = 1_800_000_000_000;
const times = { sentAt: receivedAt, receivedAt };
const made = (at = receivedAt) => ({
  eventId: newId("evt", at),
  name: "presence.session",
  props: { durationMs: 5_000 },
});

const reasonOf = (raw: unknown) => {
  const reading = readTrackedEvent(raw, times);
  return reading.status === "refused" ? reading.reason : "good";
};

describe("readTrackedEvent", () => {
  it("takes each event that a browser may send, with the time in its id", () => {
    const at = receivedAt - 60_000;
    const runId = newId("run", at);
    const all = [
      { name: "results.viewed", props: { runId, owner: "your_child" } },
      { name: "share.tapped", props: { loop: "results_rally", outcome: "copied" } },
      { name: "presence.session", props: { durationMs: 5_000 } },
    ];
    for (const one of all) {
      const eventId = newId("evt", at);
      const event = { eventId, ...one, occurredAt: at, skewMs: null };
      expect(readTrackedEvent({ eventId, ...one }, times)).toEqual({ status: "good", event });
    }
  });

  it("refuses every fact, and what only the Worker sees, whatever its props", () => {
    for (const name of [...Object.keys(facts), ...Object.keys(touches)])
      expect(reasonOf({ ...made(), name }), name).toBe("server_fact");
  });

  it("refuses names that the catalogue does not have, also those of objects", () => {
    for (const name of ["", "results.seen", "constructor", "__proto__", "hasOwnProperty"])
      expect(reasonOf({ ...made(), name }), name).toBe("unknown_name");
  });

  it("refuses what is no event", () => {
    const extra = { ...made(), userId: newId("user", receivedAt) };
    for (const raw of [null, undefined, 7, "x", [], {}, { ...made(), props: [] }, extra])
      expect(reasonOf(raw), JSON.stringify(raw)).toBe("malformed");
  });

  it("refuses ids of another kind, and UUIDs of another version", () => {
    const version4 = "evt_2p1pvz1b7c8w9s8q5t4r3e2w1a";
    for (const eventId of [newId("vis", receivedAt), "evt_1", version4, crypto.randomUUID()])
      expect(reasonOf({ ...made(), eventId }), eventId).toBe("bad_id");
  });

  it("refuses what is older than 35 days or more than a day ahead, by id or by its own word", () => {
    expect(reasonOf(made(receivedAt - oldestMs))).toBe("good");
    expect(reasonOf(made(receivedAt + newestMs))).toBe("good");
    for (const at of [receivedAt - oldestMs - 1, receivedAt + newestMs + 1]) {
      expect(reasonOf(made(at)), String(at)).toBe("out_of_range");
      expect(reasonOf({ ...made(), occurredAt: at }), String(at)).toBe("out_of_range");
    }
  });

  it("refuses wrong props, and any that it does not know: no room for an address", () => {
    const wrong = [
      {},
      { durationMs: -1 },
      { durationMs: "5000" },
      { durationMs: 5_000, email: "someone@example.test" },
    ];
    for (const props of wrong)
      expect(reasonOf({ ...made(), props }), JSON.stringify(props)).toBe("bad_props");
  });

  it("refuses what is too large before it looks at anything else", () => {
    expect(reasonOf({ ...made(), props: { note: "x".repeat(longestEvent) } })).toBe("too_large");
  });
});
