import { describe, expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import { createCookieJar } from "../../platform/cookie-jar.ts";
import { sealText } from "../../platform/sealed-value.ts";
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
const purpose = `attribution.v3.${visitorId}`;
const sealed = (body: string, key = secret, use = purpose) => sealText(key, use, body);
const good = `${touch.linkId}.${touch.loop}.${touch.touchedAt}`;

function jarWith(text: string) {
  return createCookieJar(`${attributionCookie}=${encodeURIComponent(text)}`);
}

describe("the attribution cookie", () => {
  it("is read back, and set with all its guards for seven days", () => {
    const jar = createCookieJar(null);
    keepAttribution(jar, secret, kept);
    expect(readAttribution(jar, secret, { visitorId, now })).toEqual(touch);
    const [line] = jar.lines();
    for (const guard of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=604800"]) {
      expect(line).toContain(guard);
    }
  });

  it("is ignored when tampered with, or sealed for another purpose or by another key", () => {
    const text = sealed(good);
    const mac = text.slice(good.length + 1);
    const bad = [
      `${good.slice(0, -2)}99.${mac}`,
      `${good}.${mac.slice(0, -2)}AA`,
      good,
      sealed(good, secret, "attribution.v3"),
      sealed(good, secret, "visitor.v2"),
      sealed(good, `${secret}!`),
      sealed(`link_x.${touch.loop}.${now}`),
      sealed(`${touch.linkId}.no_loop.${now}`),
      sealed(`${touch.linkId}.${touch.loop}.soon`),
      sealed(`${touch.linkId}.${touch.loop}`),
      "x".repeat(5000),
    ];
    expect(readAttribution(jarWith(text), secret, { visitorId, now })).toEqual(touch);
    for (const text of bad) {
      expect(readAttribution(jarWith(text), secret, { visitorId, now })).toBeNull();
    }
  });

  it("is worth nothing in another browser, or in one without a visitor id", () => {
    const text = sealed(good);
    const thief = newId("vis", now);
    expect(readAttribution(jarWith(text), secret, { visitorId: thief, now })).toBeNull();
    expect(readAttribution(jarWith(text), secret, { visitorId: null, now })).toBeNull();
  });

  it("is worth nothing after its seven days, though it be replayed, nor from the future", () => {
    const text = sealed(good);
    const end = now + attributionLifeS * 1000;
    const read = (at: number) => readAttribution(jarWith(text), secret, { visitorId, now: at });
    expect(read(end - 1)).toEqual(touch);
    expect(read(end)).toBeNull();
    expect(read(now - 3_600_000)).toBeNull();
  });

  it("has the campaign beside it, which goes when the next link has none", () => {
    const jar = createCookieJar(null);
    keepAttribution(jar, secret, { ...kept, utm: { utm_source: "mail" } });
    expect(readUtmCookie(jar)).toEqual({ utm_source: "mail" });
    keepAttribution(jar, secret, kept);
    expect(readUtmCookie(jar)).toBeNull();
    expect(jar.lines().find((line) => line.startsWith(utmCookie))).toContain("Max-Age=0");
    expect(readUtmCookie(createCookieJar(`${utmCookie}=%00nonsense`))).toBeNull();
  });
});
