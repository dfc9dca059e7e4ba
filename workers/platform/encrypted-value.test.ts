import { describe, expect, it } from "vitest";
import { decryptText, encryptText } from "./encrypted-value.ts";

const sealing = { secret: "s".repeat(40), purpose: "test", owner: "user_1" };

describe("an encrypted text", () => {
  it("opens for its own key, purpose and owner only", async () => {
    const sealed = await encryptText(sealing, "JBSWY3DP");
    expect(await decryptText(sealing, sealed)).toBe("JBSWY3DP");
    for (const other of [
      { ...sealing, secret: "t".repeat(40) },
      { ...sealing, purpose: "other" },
      { ...sealing, owner: "user_2" },
    ]) {
      expect(await decryptText(other, sealed)).toBeNull();
    }
  });

  it("shows nothing, differs each time, and does not open when changed", async () => {
    const sealed = await encryptText(sealing, "JBSWY3DP");
    expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("JBSWY3DP");
    expect(await encryptText(sealing, "JBSWY3DP")).not.toBe(sealed);
    const last = sealed.endsWith("A") ? "B" : "A";
    for (const broken of ["", "x", "%%", sealed.slice(0, 10), sealed.slice(0, -4) + last.repeat(4)])
      expect(await decryptText(sealing, broken), broken).toBeNull();
  });
});
