/** One way to call each procedure about sign-in security. */
import type { ProcedureSample } from "./procedure-shape.ts";

const once = (input: unknown) => () => [input];
const strangeId = (prefix: string) => `${prefix}_00000000000000000000000000`;
const noCredential = { id: "AAAA", rawId: "AAAA", type: "public-key" };
export const securitySamples: readonly ProcedureSample[] = [
  { path: "security.overview", as: "student", inputs: once({}) },
  { path: "security.sessions", as: "student", inputs: once({}) },
  { path: "security.revokeSession", as: "student", inputs: once({ sessionId: strangeId("sess") }) },
  { path: "security.revokeOtherSessions", as: "parent", inputs: once({}) },
  { path: "security.passkeys", as: "student", inputs: once({}) },
  { path: "security.startPasskey", as: "student", inputs: once({}) },
  {
    path: "security.confirmPasskey",
    as: "student",
    inputs: once({
      response: {
        ...noCredential,
        response: { clientDataJSON: "AAAA", attestationObject: "AAAA" },
      },
    }),
  },
  { path: "security.revokePasskey", as: "student", inputs: once({ passkeyId: strangeId("pkey") }) },
  { path: "security.startPasskeySignIn", as: "guest", inputs: once({}) },
  {
    path: "security.confirmPasskeySignIn",
    as: "guest",
    inputs: once({
      response: {
        ...noCredential,
        response: { clientDataJSON: "AAAA", authenticatorData: "AAAA", signature: "AAAA" },
      },
    }),
  },
  { path: "security.secondFactor", as: "admin", inputs: once({}) },
  { path: "security.startSecondFactor", as: "admin", inputs: once({}) },
  { path: "security.confirmSecondFactor", as: "admin", inputs: once({ code: "000000" }) },
  // Nothing is enrolled: a code of the seeded admin proves nothing.
  { path: "security.checkSecondFactor", as: "admin", inputs: once({ code: "x" }), status: 409 },
  { path: "security.revokeSecondFactor", as: "admin", inputs: once({ code: "x" }), status: 409 },
  { path: "security.tokens", as: "student", inputs: once({}) },
  {
    path: "security.createToken",
    as: "student",
    inputs: once({ name: "bench", scopes: ["links:read"], days: 1 }),
  },
  { path: "security.revokeToken", as: "student", inputs: once({ tokenId: strangeId("pat") }) },
];
