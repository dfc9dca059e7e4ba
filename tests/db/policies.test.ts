/** Every procedure against every kind of person: nobody gets past a policy. */
import { describe, expect, it } from "vitest";
import { newId } from "#shared/ids.ts";
import type { GuardianState, Role } from "#shared/vocabulary.ts";
import { createTestContext } from "#tests/support/test-context.ts";
import { appRouter, createCaller } from "#workers/app-router.ts";
import type { Actor, Member } from "#workers/platform/actor.ts";
import { policies } from "#workers/platform/policy.ts";
import { toAppError } from "#workers/platform/trpc.ts";

const nowhere = { databaseUrl: "postgres://u:p@nowhere.test/db", proxyUrl: "http://127.0.0.1:9" };

function person(role: Role, guardianState: GuardianState = "not_needed"): Member {
  return {
    kind: "member",
    userId: newId("user", 1),
    visitorId: newId("vis", 1),
    sessionId: null,
    persona: role === "admin" ? "tutor" : role,
    role,
    alias: "Test Person",
    name: "Test Person",
    minor: guardianState !== "not_needed",
    guardianState,
    shareConsent: guardianState === "not_needed",
  };
}

/** An admin who has not given the second factor yet, and one who has none where it is required. */
const half: Member = { ...person("admin"), secondFactor: "needed" };
const bare: Member = { ...person("admin"), secondFactor: "missing" };

const people: Record<string, Actor> = {
  system: { kind: "system" },
  guest: { kind: "guest", visitorId: newId("vis", 1) },
  "waiting child": person("student", "pending"),
  student: person("student"),
  parent: person("parent"),
  tutor: person("tutor"),
  admin: person("admin"),
  "admin who owes a code": half,
  "admin without a second factor": bare,
};
const halfAdmins = ["admin who owes a code", "admin without a second factor"];

/** Who may pass, by policy; written out, so that a changed policy has to be changed here too. */
const passes: Record<string, readonly string[]> = {
  [policies.anyone.name]: [
    "guest",
    "waiting child",
    "student",
    "parent",
    "tutor",
    "admin",
    ...halfAdmins,
  ],
  [policies.signedIn.name]: ["waiting child", "student", "parent", "tutor", "admin", ...halfAdmins],
  [policies.member.name]: ["student", "parent", "tutor", "admin", ...halfAdmins],
  [policies.guardian.name]: ["parent"],
  [policies.tutor.name]: ["tutor", "admin", ...halfAdmins],
  [policies.trusted.name]: ["student", "parent", "tutor", "admin", "admin without a second factor"],
  [policies.admin.name]: ["admin"],
  [policies.adminSelf.name]: ["admin", ...halfAdmins],
};
const refusals = new Set([
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "GUARDIAN_PENDING",
  "SECOND_FACTOR_NEEDED",
]);

const procedures = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { _def: { meta?: { policy?: string } } }>,
);

describe.each(procedures)("%s", (path, procedure) => {
  const policy = procedure._def.meta?.policy ?? "";

  it("has a known policy", () => {
    expect(Object.keys(passes)).toContain(policy);
  });

  it.each(Object.entries(people))(
    "lets %s in only where its policy says so",
    async (who, actor) => {
      const { ctx } = createTestContext({ database: nowhere, actor });
      const call = path
        .split(".")
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], createCaller(ctx));
      // No input: whoever passes the policy meets the validation, or the missing database.
      const code = await (call as (input?: unknown) => Promise<unknown>)(undefined).then(
        () => "none",
        (error: unknown) => toAppError(error).code,
      );
      if (passes[policy]?.includes(who)) expect(refusals.has(code), code).toBe(false);
      else expect(refusals.has(code), code).toBe(true);
    },
  );
});

it("the router has procedures at all", () => {
  expect(procedures.length).toBeGreaterThan(15);
});
