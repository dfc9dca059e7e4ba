/** Checks local days: summer time, far zones, and people who travel. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownZone, localDay, zoneAt } from "./local-day.ts";

const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
] as const;
const zone = fc.constantFrom(...zones);
const from = Date.parse("2020-01-01T00:00:00Z");
const moment = fc.integer({ min: from, max: Date.parse("2030-01-01T00:00:00Z") });
const hourMs = 3_600_000;
const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

describe("localDay", () => {
  it("is the date on the person's wall, not the server's", () => {
    const evening = Date.parse("2026-03-10T23:30:00Z");
    expect(localDay(evening, "UTC")).toBe(dayOf("2026-03-10"));
    expect(localDay(evening, "Europe/Berlin")).toBe(dayOf("2026-03-11"));
    expect(localDay(evening, "America/New_York")).toBe(dayOf("2026-03-10"));
  });

  it("follows summer time: the short and the long day are one day each", () => {
    const short = ["2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z"].map(Date.parse);
    const long = ["2026-10-24T22:00:00Z", "2026-10-25T22:59:59Z"].map(Date.parse);
    for (const at of short) expect(localDay(at, "Europe/Berlin")).toBe(dayOf("2026-03-29"));
    for (const at of long) expect(localDay(at, "Europe/Berlin")).toBe(dayOf("2026-10-25"));
  });

  it("never goes back, and never skips a day within a zone, in all of ten years", () => {
    fc.assert(
      fc.property(zone, moment, fc.integer({ min: 0, max: 23 * hourMs }), (name, at, later) => {
        const step = localDay(at + later, name) - localDay(at, name);
        expect(step === 0 || step === 1).toBe(true);
      }),
    );
  });

  it("is within a day of the day in UTC", () => {
    fc.assert(
      fc.property(zone, moment, (name, at) => {
        expect(Math.abs(localDay(at, name) - localDay(at, "UTC"))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("zoneAt", () => {
  const kept = fc.array(fc.record({ zone, since: moment }), { maxLength: 6 });

  it("is the zone that was kept last before that moment, in whatever order they are given", () => {
    fc.assert(
      fc.property(kept, moment, (list, at) => {
        const sorted = [...list].sort((a, b) => a.since - b.since);
        const before = sorted.filter((one) => one.since <= at);
        const last = before.at(-1)?.since ?? sorted[0]?.since;
        const allowed = list.filter((one) => one.since === last).map((one) => one.zone);
        expect(allowed.length === 0 ? ["UTC"] : allowed).toContain(zoneAt(at, list));
      }),
    );
  });

  it("leaves past moments as they were when a zone is added", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ zone, since: moment }), { minLength: 1 }),
        zone,
        (list, name) => {
          const since = Math.max(...list.map((one) => one.since)) + 1;
          const at = since - 1;
          expect(zoneAt(at, [...list, { zone: name, since }])).toBe(zoneAt(at, list));
        },
      ),
    );
  });
});

describe("knownZone", () => {
  it("knows names of places, and refuses offsets and nonsense", () => {
    expect(knownZone("Europe/Berlin")).toBe("Europe/Berlin");
    expect(knownZone("UTC")).toBe("UTC");
    for (const name of ["+05:30", "Mars/Base", "", "Europe/Berlin; drop", "x".repeat(80)]) {
      expect(knownZone(name)).toBeNull();
    }
  });
});
