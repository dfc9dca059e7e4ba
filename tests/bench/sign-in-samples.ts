/** A way to call a procedure, and those of signing in, with keys and tokens. */
import { birthYearAt, type Props, type Role } from "./cast.ts";

export interface ProcedureSample {
  /** The tRPC path. */
  path: string;
  as: Role;
  /** What tells this call from another one of the same procedure. */
  label?: string;
  /** Called once with each; the dearest call counts. */
  inputs(props: Props & { runId: string }): readonly unknown[];
  /** The answer's status, where it is not 200. */
  status?: number;
}

/** One call with that input. */
export const once = (input: unknown) => () => [input];

const newcomer = { birthYear: birthYearAt(20), persona: "student" };
export const people: readonly ProcedureSample[] = [
  { path: "people.me", label: "guest", as: "guest", inputs: once({}) },
  { path: "people.me", label: "member", as: "student", inputs: once({}) },
  { path: "people.account", as: "student", inputs: once({}) },
  { path: "people.newAlias", as: "parent", inputs: once({}) },
  {
    path: "people.requestSignIn",
    label: "sign in",
    as: "guest",
    inputs: once({ email: "tutor@demo.test" }),
  },
  {
    path: "people.requestSignIn",
    label: "join",
    as: "guest",
    inputs: once({ email: "newcomer@bench.test", join: newcomer }),
  },
  {
    path: "people.confirmSignIn",
    label: "sign in",
    as: "returning",
    inputs: ({ signInToken }) => [{ token: signInToken }],
  },
  {
    path: "people.confirmSignIn",
    label: "join",
    as: "joining",
    inputs: ({ joinToken }) => [{ token: joinToken }],
  },
  { path: "people.signOut", as: "returning", inputs: once({}) },
  {
    path: "people.guardianRequest",
    as: "parent",
    inputs: ({ guardianToken }) => [{ token: guardianToken }],
  },
  {
    path: "people.answerGuardianRequest",
    as: "parent",
    inputs: ({ guardianToken }) => [{ token: guardianToken, answer: "consented" }],
  },
  // Last: the link of the cast is gone then.
  { path: "smartLinks.revoke", as: "student", inputs: ({ code }) => [{ code }] },
];

const strangeId = (prefix: string) => `${prefix}_00000000000000000000000000`;
const noCredential = { id: "AAAA", rawId: "AAAA", type: "public-key" };
export const security: readonly ProcedureSample[] = [
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
