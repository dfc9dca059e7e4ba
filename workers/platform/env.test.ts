import { describe, expect, it } from "vitest";
import { parseEnv } from "./env.ts";

const binding = { get() {}, send() {}, idFromName() {} };
const good = () => ({
  APP_ENV: "local",
  APP_URL: "http://localhost:8787/",
  DATABASE_URL: "postgres://u:p@h/db",
  AUTH_SECRET: "a".repeat(32),
  COOKIE_SECRET: "b".repeat(32),
  TICKET_SECRET: "c".repeat(32),
  LINK_CODE_SECRET: "d".repeat(32),
  LINK_SIGNING_KEYS: `k2:${"e".repeat(32)},k1:${"f".repeat(32)}`,
  HOT_KV: binding,
  TELEMETRY: binding,
  LEADERBOARD_ROOM: binding,
  COHORT_ROOM: binding,
  USER_INBOX: binding,
  PRESENCE_ROOT: binding,
  PRESENCE_LEAF: binding,
  RATE_LIMITER: binding,
});

function faultOf(more: object): string {
  try {
    parseEnv({ ...good(), ...more });
  } catch (error) {
    return ((error as Error).cause as Error).message;
  }
  return "";
}

describe("parseEnv", () => {
  it("reads the settings and the key ring, newest key first", () => {
    const env = parseEnv(good());
    expect(env.APP_URL).toBe("http://localhost:8787");
    expect(env.LINK_SIGNING_KEYS.map((key) => key.id)).toEqual(["k2", "k1"]);
  });

  it("lets admins do without a second factor on a developer's machine only, unless told", () => {
    const of = (env: object) => parseEnv({ ...good(), ...env }).ADMIN_SECOND_FACTOR;
    expect(of({})).toBe("optional");
    expect(of({ APP_ENV: "preview" })).toBe("required");
    expect(of({ APP_ENV: "production" })).toBe("required");
    expect(of({ ADMIN_SECOND_FACTOR: "required" })).toBe("required");
    expect(of({ APP_ENV: "production", ADMIN_SECOND_FACTOR: "optional" })).toBe("optional");
  });

  it("keeps events 400 days where nothing is said, and never so short that an intake needs them", () => {
    expect(parseEnv(good()).EVENT_RETENTION_DAYS).toBe(400);
    expect(parseEnv({ ...good(), EVENT_RETENTION_DAYS: "231" }).EVENT_RETENTION_DAYS).toBe(231);
    for (const EVENT_RETENTION_DAYS of ["230", "0", "-400", "4e2", "400 days", ""]) {
      expect(faultOf({ EVENT_RETENTION_DAYS })).toMatch(
        /^settings: EVENT_RETENTION_DAYS: must be a whole number of days, 231 at least, [^.;]*$/,
      );
    }
  });

  it("copies events only to an address where nobody reads along, and never repeats the token", () => {
    const token = "p.secret-of-the-sink";
    for (const TINYBIRD_URL of [
      "http://api.tinybird.co",
      "http://127.0.0.1.example.com",
      "http://localhost@example.com",
      "https://me:pw@api.tinybird.co",
      "https://api.tinybird.co/v0",
      "ftp://localhost",
      "api.tinybird.co",
    ]) {
      const fault = faultOf({ TINYBIRD_TOKEN: token, TINYBIRD_URL });
      expect(fault, TINYBIRD_URL).toContain("TINYBIRD_URL: must be an https origin");
      expect(fault).not.toContain(token);
    }
    expect(faultOf({ TINYBIRD_TOKEN: token })).toContain("TINYBIRD_URL: must be set");
    expect(faultOf({ TINYBIRD_TOKEN: "a b", TINYBIRD_URL: "https://x.example" })).toContain(
      "TINYBIRD_TOKEN: must be",
    );
    for (const url of ["https://api.tinybird.co", "http://localhost:7181", "http://[::1]:7181"]) {
      const env = parseEnv({ ...good(), TINYBIRD_TOKEN: token, TINYBIRD_URL: `${url}/` });
      expect(env.TINYBIRD_URL).toBe(url);
    }
    expect(parseEnv(good()).TINYBIRD_TOKEN).toBeUndefined();
  });

  it("names every missing or wrong key, and no value", () => {
    const { DATABASE_URL: _, HOT_KV: __, ...rest } = good();
    const bad = { ...rest, APP_ENV: "moon", COOKIE_SECRET: "hunter2" };
    try {
      parseEnv(bad);
      expect.unreachable();
    } catch (error) {
      const text = String((error as Error).cause);
      for (const key of ["DATABASE_URL", "HOT_KV", "APP_ENV", "COOKIE_SECRET"]) {
        expect(text).toContain(key);
      }
      expect(text).not.toContain("hunter2");
    }
  });
});
