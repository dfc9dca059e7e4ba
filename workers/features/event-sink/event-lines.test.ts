import { describe, expect, it } from "vitest";
import { lineOf, packLines, type StoredEvent } from "./event-lines.ts";

const event: StoredEvent = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  day: "2026-01-31",
  name: "deck.completed",
  schemaVersion: 1,
  occurredAt: Date.UTC(2026, 0, 31, 12, 0, 0, 7),
  receivedAt: Date.UTC(2026, 0, 31, 12, 0, 1),
  skewMs: null,
  visitorId: "01890a5d-ac96-774b-bcce-b302099a8058",
  userId: null,
  sessionId: null,
  loop: null,
  linkId: null,
  inviterVisitorId: null,
  props: { score: 3, deckId: 'a "b"\n' },
};

describe("lineOf", () => {
  it("is one line of JSON, whatever the props hold, with times as ClickHouse reads them", () => {
    const line = lineOf(event);
    expect(line.split("\n")).toHaveLength(2);
    const read = JSON.parse(line);
    expect(read).toMatchObject({
      event_id: event.id,
      occurred_at: "2026-01-31 12:00:00.007",
      received_at: "2026-01-31 12:00:01.000",
      user_id: null,
    });
    expect(JSON.parse(read.props)).toEqual(event.props);
  });
});

describe("packLines", () => {
  it("keeps the order and the bound, counted in bytes, and sends a longer line alone", () => {
    const lines = ["aaaa\n", "é\n", "bbbbbbbbbbbb\n", "c\n", "d\n"];
    expect(packLines(lines, 8)).toEqual(["aaaa\né\n", "bbbbbbbbbbbb\n", "c\nd\n"]);
    expect(packLines(lines, 7)).toEqual(["aaaa\n", "é\n", "bbbbbbbbbbbb\n", "c\nd\n"]);
    expect(packLines([], 8)).toEqual([]);
  });
});
