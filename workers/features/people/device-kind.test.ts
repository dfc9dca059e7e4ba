import { describe, expect, it } from "vitest";
import { deviceKind } from "./device-kind.ts";

const apple = "AppleWebKit/605.1.15 (KHTML, like Gecko)";

describe("deviceKind", () => {
  it.each([
    [
      "Mozilla/5.0 (Linux; Android 14; Pixel 7) Chrome/150.0 Mobile Safari/537.36",
      "Chrome on Android",
    ],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ${apple} Version/18.1 Safari/604.1`,
      "Safari on iPhone",
    ],
    [
      `Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) ${apple} CriOS/150.0 Safari/604.1`,
      "Chrome on iPad",
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/150.0 Safari/537.36 Edg/150.0",
      "Edge on Windows",
    ],
    ["Mozilla/5.0 (X11; CrOS x86_64 15000) Chrome/150.0 Safari/537.36", "Chrome on Chromebook"],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 15.1; rv:140.0) Gecko/20100101 Firefox/140.0",
      "Firefox on Mac",
    ],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"],
  ])("says of %s: %s", (userAgent, kind) => {
    expect(deviceKind(userAgent)).toBe(kind);
  });

  it("repeats nothing that a client made up", () => {
    for (const odd of [null, "", "curl/8", "<b>Somebody</b> Chrome", "x".repeat(5000)]) {
      expect(deviceKind(odd)).toBe("A browser");
    }
  });
});
