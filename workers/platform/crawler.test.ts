import { describe, expect, it } from "vitest";
import { browserAgents } from "#tests/support/browser-agents.ts";
import { unfurlerAgents } from "#tests/support/unfurler-agents.ts";
import { isCrawler } from "./crawler.ts";

describe("isCrawler", () => {
  it("knows at least 40 unfurlers, and a client that says nothing", () => {
    expect(new Set(unfurlerAgents).size).toBeGreaterThanOrEqual(40);
    for (const agent of [...unfurlerAgents, "", "  "]) expect(isCrawler(agent), agent).toBe(true);
  });

  it("takes none of at least 40 browsers for one", () => {
    expect(new Set(browserAgents).size).toBeGreaterThanOrEqual(40);
    for (const agent of browserAgents) expect(isCrawler(agent), agent).toBe(false);
  });

  it("answers the same for an agent it has seen, and for more agents than it remembers", () => {
    for (let i = 0; i < 1_200; i++) isCrawler(`Some/${i}.0 bot`);
    expect(isCrawler("Twitterbot/1.0")).toBe(true);
    expect(isCrawler("Twitterbot/1.0")).toBe(true);
    expect(isCrawler(browserAgents[0] ?? "")).toBe(false);
  });
});
