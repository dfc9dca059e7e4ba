/** Every procedure against every scope: a token reaches what it was made for, and nothing else. */
import { describe, expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import { type TokenScope, tokenScopes } from "#shared/token-scopes.ts";
import { createTestContext } from "#tests/support/test-context.ts";
import { appRouter, createCaller } from "#workers/app-router.ts";
import type { Member } from "#workers/platform/actor.ts";
import { policies } from "#workers/platform/policy.ts";
import { toAppError } from "#workers/platform/trpc.ts";

const nowhere = { databaseUrl: "postgres://u:p@nowhere.test/db", proxyUrl: "http://127.0.0.1:9" };

interface Facts {
  _def: { type: "query" | "mutation"; meta?: { policy?: string; scope?: TokenScope } };
}
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Facts>);
const of = (wanted: (facts: Facts["_def"], path: string) => boolean) =>
  procedures.filter(([path, { _def }]) => wanted(_def, path)).map(([path]) => path);

/** An admin, whom every policy lets in: what refuses is the scope. */
const admin: Member = {
  kind: "member",
  userId: newId("user", 1),
  visitorId: newId("vis", 1),
  sessionId: null,
  persona: "tutor",
  role: "admin",
  alias: "Test Person",
  name: "Test Person",
  minor: false,
  guardianState: "not_needed",
  shareConsent: true,
};

async function isRefused(path: string, scopes: readonly TokenScope[]): Promise<boolean> {
  const { ctx } = createTestContext({ database: nowhere, actor: { ...admin, scopes } });
  const call = path
    .split(".")
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], createCaller(ctx));
  // No input: whoever gets past the scope meets the validation, or the missing database.
  return (call as (input?: unknown) => Promise<unknown>)(undefined).then(
    () => false,
    (error: unknown) => toAppError(error).code === "FORBIDDEN",
  );
}

describe.each(procedures)("%s", (path, { _def }) => {
  const scope = _def.meta?.scope;

  it("is reached by a token with its scope alone", async () => {
    expect(await isRefused(path, []), "no scope").toBe(true);
    for (const held of tokenScopes) {
      expect(await isRefused(path, [held]), held).toBe(held !== scope);
    }
    const others = tokenScopes.filter((held) => held !== scope);
    expect(await isRefused(path, others), "all other scopes").toBe(true);
  });
});

describe("the scopes", () => {
  it("reach no sign-in, token, session, guardian or socket procedure", () => {
    const closed = of(
      (_facts, path) =>
        /^(security|realtime)\./.test(path) || /sign|guardian|token|session/i.test(path),
    );
    expect(closed.length).toBeGreaterThan(20);
    const open = of(({ meta }) => meta?.scope !== undefined);
    expect(open.filter((path) => closed.includes(path))).toEqual([]);
  });

  it("let nothing that only reads change anything", () => {
    const changed = of(
      ({ type, meta }) => type === "mutation" && meta?.scope?.endsWith(":read") === true,
    );
    expect(changed).toEqual([]);
  });

  it("reach the operator's procedures by the admin scopes only", () => {
    const reached = of(({ meta }) => meta?.policy === policies.admin.name && Boolean(meta.scope));
    const byScope = of(({ meta }) => meta?.scope?.startsWith("admin:") === true);
    expect(byScope).toEqual(reached);
    expect(byScope.length).toBeGreaterThan(1);
  });

  it("are all of use", () => {
    const used = new Set(procedures.map(([, { _def }]) => _def.meta?.scope));
    expect(tokenScopes.filter((scope) => !used.has(scope))).toEqual([]);
  });
});
