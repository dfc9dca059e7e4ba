import { describe, expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import { sealValue } from "./sealed-value.ts";
import { issueTicket, offeredTicket, openTicket, type TicketClaims } from "./ticket.ts";

const secret = "t".repeat(48);
const now = 1_800_000_000_000;
const claims: Omit<TicketClaims, "exp"> = {
  jti: newId("tkt", now),
  room: "cohort",
  name: "alg-101",
  handle: "abcdefghijklmnop",
  alias: "Calm Heron 7",
  visitorId: newId("vis", now),
  isMember: true,
  sessionEndsAt: now + 600_000,
};
const place = { room: "cohort", name: "alg-101", now };

function issue(change: Partial<typeof claims> = {}): string {
  const { protocols } = issueTicket(secret, { ...claims, ...change }, now);
  return offeredTicket(protocols.join(", ")) ?? "";
}

describe("openTicket", () => {
  it("answers the claims of a fresh ticket for that room", () => {
    const opened = openTicket(secret, issue(), place);
    expect(opened).toEqual({ ...claims, exp: now + 60_000 });
  });

  it("refuses it from the 60th second on", () => {
    const text = issue();
    expect(openTicket(secret, text, { ...place, now: now + 59_999 })).not.toBeNull();
    expect(openTicket(secret, text, { ...place, now: now + 60_000 })).toBeNull();
  });

  it("refuses it at another room", () => {
    const text = issue();
    expect(openTicket(secret, text, { ...place, name: "geo-101" })).toBeNull();
    expect(openTicket(secret, text, { ...place, room: "leaderboard" })).toBeNull();
  });

  it("refuses what was signed with another key, for another purpose, or changed", () => {
    const text = issue();
    expect(openTicket("u".repeat(48), text, place)).toBeNull();
    const other = sealValue(secret, "visitor.v1", { ...claims, exp: now + 60_000 });
    expect(openTicket(secret, other, place)).toBeNull();
    const [, mac] = text.split(".");
    const forged = btoa(JSON.stringify({ ...claims, isMember: true, exp: now + 1e9 }));
    expect(openTicket(secret, `${forged}.${mac}`, place)).toBeNull();
    expect(openTicket(secret, "", place)).toBeNull();
  });

  it("refuses claims of another shape, even well signed", () => {
    const odd = sealValue(secret, "ticket.v1", { ...claims, exp: now + 9, admin: true });
    expect(openTicket(secret, odd, place)).toBeNull();
  });

  it("fits into a header of subprotocols", () => {
    const text = issue();
    expect(text).toMatch(/^[A-Za-z0-9_.-]+$/);
    expect(text.length).toBeLessThan(1000);
  });
});

describe("offeredTicket", () => {
  it("finds the ticket beside vr.v1, and nothing without it", () => {
    expect(offeredTicket("vr.v1, t.abc.def")).toBe("abc.def");
    expect(offeredTicket("t.abc.def")).toBeNull();
    expect(offeredTicket("vr.v1")).toBeNull();
    expect(offeredTicket(null)).toBeNull();
  });
});
