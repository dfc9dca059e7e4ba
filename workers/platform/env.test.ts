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
