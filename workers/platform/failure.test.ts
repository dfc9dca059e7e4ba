import { TRPCError } from "@trpc/server";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { AppError } from "./app-error.ts";
import { toFailure } from "./failure.ts";
import { errorBody, errorResponse } from "./http-errors.ts";
import { toAppError } from "./trpc.ts";

function neonError(code?: string) {
  const error = new Error("Error connecting to database: fetch failed");
  error.name = "NeonDbError";
  return Object.assign(error, { code });
}

describe("toFailure", () => {
  it("keeps our own errors", () => {
    const error = new AppError("CONFLICT");
    expect(toFailure(error)).toBe(error);
  });

  it("calls a database that does not answer unavailable, however deep it is wrapped", () => {
    const wrapped = new Error("Failed query", { cause: neonError() });
    expect(toFailure(wrapped)).toMatchObject({ code: "UNAVAILABLE", retryAfterS: 5 });
    expect(toFailure(neonError("57P01")).code).toBe("UNAVAILABLE");
  });

  it("calls a refused query, and everything else, internal", () => {
    expect(toFailure(new Error("x", { cause: neonError("23505") })).code).toBe("INTERNAL");
    expect(toFailure("text").code).toBe("INTERNAL");
  });
});

describe("toAppError", () => {
  it("names the wrong fields of an input, at most ten", () => {
    const parsed = z.strictObject({ a: z.number() }).safeParse({ a: "x", b: 1 });
    const error = toAppError(new TRPCError({ code: "BAD_REQUEST", cause: parsed.error }));
    expect(error.code).toBe("BAD_INPUT");
    expect(error.details?.map((detail) => detail.path)).toContain("a");
  });

  it("does not blame the caller for a wrong output", () => {
    const parsed = z.object({ a: z.number() }).safeParse({});
    const error = new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: parsed.error });
    expect(toAppError(error).code).toBe("INTERNAL");
  });
});

describe("error responses", () => {
  it("never carry the message of an unknown error", () => {
    const failure = toFailure(new Error("select * from secrets"));
    expect(JSON.stringify(errorBody(failure, "r1"))).not.toContain("secrets");
  });

  it("say when to come back", () => {
    const response = errorResponse(new AppError("RATE_LIMITED", { retryAfterS: 1.2 }), "r1");
    expect(response.status).toBe(429);
    expect(response.headers.get("Retry-After")).toBe("2");
  });
});
