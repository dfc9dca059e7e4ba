import { describe, expect, it } from "vitest";
import { createLogger, scrub } from "./logger.ts";

describe("the logger", () => {
  it("writes one JSON object a line with the fields it was given", () => {
    const lines: string[] = [];
    const log = createLogger({ requestId: "r1" }, (_, line) => lines.push(line));
    log.with({ route: "/sl" }).info("request", { status: 302 });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { level: "info", message: "request", requestId: "r1", route: "/sl", status: 302 },
    ]);
  });

  it("keeps addresses and query values out of an error's text", () => {
    const lines: string[] = [];
    const log = createLogger({}, (_, line) => lines.push(line));
    const cause = new Error("key (email)=(someone@home.test) exists");
    const error = new Error("Failed query: select 1 params: someone@home.test,secret", { cause });
    log.error("failed", error);
    expect(lines[0]).not.toContain("someone");
    expect(lines[0]).not.toContain("secret");
    expect(scrub("to a@b.c and <d@e.f>")).toBe("to [email] and <[email]>");
  });
});
