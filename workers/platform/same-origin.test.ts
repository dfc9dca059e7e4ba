import { describe, expect, it } from "vitest";
import { isSameOrigin } from "./same-origin.ts";

const app = "https://app.example";
const check = (method: string, headers: Record<string, string>) =>
  isSameOrigin(method, new Headers(headers), app);

describe("isSameOrigin", () => {
  it("lets reading through", () => {
    expect(check("GET", { "Sec-Fetch-Site": "cross-site" })).toBe(true);
  });

  it("believes Sec-Fetch-Site before Origin", () => {
    expect(check("POST", { "Sec-Fetch-Site": "same-origin" })).toBe(true);
    expect(check("POST", { "Sec-Fetch-Site": "cross-site", Origin: app })).toBe(false);
    expect(check("POST", { "Sec-Fetch-Site": "same-site", Origin: app })).toBe(false);
  });

  it("asks for our exact Origin where that header is missing", () => {
    expect(check("POST", { Origin: app })).toBe(true);
    expect(check("POST", { Origin: `${app}.evil.example` })).toBe(false);
    expect(check("POST", { Origin: "null" })).toBe(false);
    expect(check("DELETE", {})).toBe(false);
  });

  it("needs no proof beside a bearer token", () => {
    expect(check("POST", { Authorization: "Bearer vt_x" })).toBe(true);
    expect(check("POST", { Authorization: "Basic x" })).toBe(false);
  });
});
