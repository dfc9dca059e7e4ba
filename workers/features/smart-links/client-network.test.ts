import { describe, expect, it } from "vitest";
import { callerOf, networkOf } from "../../platform/client-network.ts";
import { weakKey } from "./weak-key.ts";

describe("networks", () => {
  it("are a /24 of IPv4, whatever its clothes, and a /64 of IPv6, however it is written", () => {
    expect(networkOf("203.0.113.9")).toBe("203.0.113.0/24");
    expect(networkOf("::ffff:203.0.113.9")).toBe("203.0.113.0/24");
    expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
    expect(networkOf("2001:DB8:0001:2::6")).toBe("2001:db8:1:2::/64");
    expect(networkOf("2001:db8::1")).toBe("2001:db8:0:0::/64");
    expect(networkOf("::1")).toBe("0:0:0:0::/64");
  });

  it("are unknown where the text is no address", () => {
    for (const odd of ["", "300.1.1.1", "1::2::3", "1:2:3", "1:2:3:4:5:6:7:8:9", "x", "12345::"]) {
      expect(networkOf(odd), odd).toBe("unknown");
    }
  });

  it("tell IPv4 callers apart one by one, IPv6 callers by their /64", () => {
    expect(callerOf("203.0.113.9")).toBe("203.0.113.9");
    expect(callerOf("2001:db8::1")).toBe(callerOf("2001:db8::2"));
  });
});

describe("weak keys", () => {
  const client = { address: "203.0.113.9", userAgent: "A/1" };
  const secret = "a cookie secret of at least 32 chars";
  const now = 1_800_000_000_000;

  it("agree for one network and browser within a day, and for nothing else", async () => {
    const key = weakKey(client, secret, now);
    expect(weakKey({ ...client, address: "203.0.113.77" }, secret, now + 1_000)).toBe(key);
    const others = [
      weakKey({ ...client, userAgent: "A/2" }, secret, now),
      weakKey({ ...client, address: "203.0.114.9" }, secret, now),
      weakKey(client, `${secret}!`, now),
      weakKey(client, secret, now + 86_400_000),
    ];
    for (const other of await Promise.all(others)) expect(other).not.toBe(key);
    expect(key).not.toContain("203");
  });
});
