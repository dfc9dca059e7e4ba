import { describe, expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import { createCookieJar } from "../../platform/cookie-jar.ts";
import { sealValue } from "../../platform/sealed-value.ts";
import {
  attributionCookie,
  attributionLifeS,
  keepAttribution,
  readAttribution,
  readUtmCookie,
  utmCookie,
} from "./attribution-cookie.ts";

const secret = "a cookie secret of at least 32 chars";
const now = 1_800_000_000_000;
const visitorId = newId("vis", now);
const touch = { linkId: newId("link", 5), loop: "buddy_challenge", touchedAt: now } as const;
const kept = { ...touch, visitorId, utm: null };
const purpose = "attribution.v2";
const sealed = (value: unknown, key = secret, use = purpose) => sealValue(key, use, value);
const good = [touch.linkId, touch.loop, touch.touchedAt, visitorId];

function jarWith(text: string) {
  return createCookieJar(`${attributionCookie}=${encodeURIComponent(text)}`);
}

describe("the attribution cookie", () => {
  it("is read back, and set with all its guards for seven days", async () => {
    const jar = createCookieJar(null);
    await keepAttribution(jar, secret, kept);
    expect(await readAttribution(jar, secret, { visitorId, now })).toEqual(touch);
    const [line] = jar.lines();
    for (const guard of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=604800"]) {
      expect(line).toContain(guard);
    }
  });

  it("is ignored when tampered with, or sealed for another purpose or by another key", async () => {
    const [body = "", mac = ""] = (await sealed(good)).split(".");
    const bad = [
      `${body.slice(0, -2)}AA.${mac}`,
      `${body}.${mac.slice(0, -2)}AA`,
      body,
      await sealed(good, secret, "visitor.v1"),
      await sealed(good, `${secret}!`),
      await sealed(["link_x", touch.loop, now, visitorId]),
      await sealed([touch.linkId, "no_loop", now, visitorId]),
      "x".repeat(5000),
    ];
    expect(await readAttribution(jarWith(`${body}.${mac}`), secret, { visitorId, now })).toEqual(
      touch,
    );
    for (const text of bad) {
      expect(await readAttribution(jarWith(text), secret, { visitorId, now })).toBeNull();
    }
  });

  it("is worth nothing in another browser, or in one without a visitor id", async () => {
    const text = await sealed(good);
    const thief = newId("vis", now);
    expect(await readAttribution(jarWith(text), secret, { visitorId: thief, now })).toBeNull();
    expect(await readAttribution(jarWith(text), secret, { visitorId: null, now })).toBeNull();
  });

  it("is worth nothing after its seven days, though it be replayed, nor from the future", async () => {
    const text = await sealed(good);
    const end = now + attributionLifeS * 1000;
    const read = (at: number) => readAttribution(jarWith(text), secret, { visitorId, now: at });
    expect(await read(end - 1)).toEqual(touch);
    expect(await read(end)).toBeNull();
    expect(await read(now - 3_600_000)).toBeNull();
  });

  it("has the campaign beside it, which goes when the next link has none", async () => {
    const jar = createCookieJar(null);
    await keepAttribution(jar, secret, { ...kept, utm: { utm_source: "mail" } });
    expect(readUtmCookie(jar)).toEqual({ utm_source: "mail" });
    await keepAttribution(jar, secret, kept);
    expect(readUtmCookie(jar)).toBeNull();
    expect(jar.lines().find((line) => line.startsWith(utmCookie))).toContain("Max-Age=0");
    expect(readUtmCookie(createCookieJar(`${utmCookie}=%00nonsense`))).toBeNull();
  });
});
