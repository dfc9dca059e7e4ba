/** Checks what a listed link says of itself. */
import { describe, expect, it } from "vitest";
import { linkState } from "./link-state.ts";

describe("linkState", () => {
  it("is open until its last millisecond", () => {
    expect(linkState({ expiresAt: 100, revokedAt: null }, 99)).toBe("open");
    expect(linkState({ expiresAt: 100, revokedAt: null }, 100)).toBe("expired");
  });

  it("stays revoked, expired or not", () => {
    expect(linkState({ expiresAt: 100, revokedAt: 50 }, 60)).toBe("revoked");
    expect(linkState({ expiresAt: 100, revokedAt: 50 }, 200)).toBe("revoked");
  });
});
