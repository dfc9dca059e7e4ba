/** Checks what the service worker touches, and above all what it leaves alone. */
import { describe, expect, it } from "vitest";
import { kindOf, pagePath } from "./kinds.ts";

const url = (path: string) => new URL(path, "https://k-factor.example");
const go = (path: string) => kindOf({ method: "GET", mode: "navigate", url: url(path) });
const ask = (path: string) => kindOf({ method: "GET", mode: "cors", url: url(path) });
const post = (path: string) => kindOf({ method: "POST", mode: "cors", url: url(path) });

describe("kindOf", () => {
  it("keeps the pages that are of use without a network, and their data", () => {
    for (const path of ["/home", "/cohort/alg-101", "/fvm/bio-cells", "/leaderboards/sat_math"]) {
      expect(go(path), path).toBe("kept-page");
      expect(ask(`${path}.data?_routes=root`), path).toBe("kept-data");
    }
  });

  it("never touches links, procedures, doors, rooms and pictures of others", () => {
    for (const path of [
      "/sl/0123456789ab",
      "/trpc/people.me",
      "/api/events",
      "/api/docs",
      "/og/x.png",
      "/ws/cohort/alg-101",
      "/dev/mail",
      "/metrics",
    ])
      for (const kind of [go(path), ask(path), post(path)]) expect(kind, path).toBe("leave");
  });

  it("keeps nothing of signing in, settings, guardians, families and the operator", () => {
    for (const path of [
      "/",
      "/sign-in",
      "/sign-in/confirm?token=x",
      "/join",
      "/guardian/confirm",
      "/guardian/share",
      "/ask-guardian",
      "/family",
      "/settings",
      "/settings/security",
      "/admin/metrics",
      "/friends",
      "/share-in",
    ]) {
      expect(go(path), path).toBe("page");
      const { pathname, search } = url(path);
      expect(ask(`${pathname}.data${search}`), path).toBe("data");
    }
  });

  it("takes the steps of a deck, sign-out, and no other form", () => {
    expect(post("/fvm/bio-cells.data")).toBe("deck-step");
    expect(post("/sign-out")).toBe("sign-out");
    expect(post("/sign-out.data")).toBe("sign-out");
    expect(post("/fvm/bio-cells")).toBe("leave");
    expect(post("/cohort/alg-101.data")).toBe("leave");
    expect(kindOf({ method: "HEAD", mode: "navigate", url: url("/home") })).toBe("leave");
  });

  it("knows the files whose names change with their content", () => {
    expect(ask("/assets/frame-abc.js")).toBe("asset");
    expect(ask("/__manifest?version=1&p=/home")).toBe("asset");
    expect(ask("/app/icon-192.png")).toBe("leave");
  });
});

describe("pagePath", () => {
  it("is the same for a page and its data", () => {
    expect(pagePath(url("/fvm/bio-cells.data?_routes=root"))).toBe("/fvm/bio-cells");
    expect(pagePath(url("/fvm/bio-cells"))).toBe("/fvm/bio-cells");
  });
});
