import { describe, expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import { createCookieJar } from "../../platform/cookie-jar.ts";
import { sealValue } from "../../platform/sealed-value.ts";
import { attributionCookie, keepAttribution, readAttribution } from "./attribution-cookie.ts";

const secret = "a cookie secret of at least 32 chars";
const touch = { linkId: newId("link", 5), loop: "buddy_challenge", touchedAt: 7 } as const;

describe("the attribution cookie", () => {
  it("is read back, and set with all its guards for seven days", async () => {
    const jar = createCookieJar(null);
    await keepAttribution(jar, secret, touch);
    expect(await readAttribution(jar, secret)).toEqual(touch);
    const [line] = jar.lines();
    for (const guard of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=604800"]) {
      expect(line).toContain(guard);
    }
  });

  it("is ignored when tampered with, or sealed for another purpose or by another key", async () => {
    const value = [touch.linkId, touch.loop, touch.touchedAt];
    const good = await sealValue(secret, "attribution.v1", value);
    const [body = "", mac = ""] = good.split(".");
    const bad = [
      `${body.slice(0, -2)}AA.${mac}`,
      `${body}.${mac.slice(0, -2)}AA`,
      body,
      await sealValue(secret, "visitor.v1", value),
      await sealValue(`${secret}!`, "attribution.v1", value),
      await sealValue(secret, "attribution.v1", ["link_x", touch.loop, 1]),
      await sealValue(secret, "attribution.v1", [touch.linkId, "no_loop", 1]),
      "x".repeat(5000),
    ];
    for (const text of bad) {
      const jar = createCookieJar(`${attributionCookie}=${encodeURIComponent(text)}`);
      expect(await readAttribution(jar, secret)).toBeNull();
    }
  });
});
