/** Passkeys in the browser: asks it to make or use one. Loaded by the pages that do, on demand. */
import {
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  WebAuthnError,
} from "@simplewebauthn/browser";
import type { Outputs } from "#app/trpc.ts";
import { failureCode, trpc } from "#app/trpc-client.ts";
import type { ErrorCode } from "#shared/errors.ts";

type SignedIn = Outputs["security"]["confirmPasskeySignIn"];
type Sent = Parameters<typeof trpc.security.confirmPasskey.mutate>[0]["response"];

export type PasskeyOutcome =
  | { status: "done"; returnTo: string }
  /** The person closed the browser's question. */
  | { status: "closed" }
  | { status: "failed"; problem: PasskeyProblem };

/** What the words are chosen by: ours, or the code of a failed call. */
export type PasskeyProblem =
  | Exclude<SignedIn["status"], "signed_in">
  | "not_taken"
  | "ten"
  | "known"
  | "unable"
  | `failure_${ErrorCode}`;

/** `autofill`: waits, without a question, until the person picks one in the address field. */
export async function signInByPasskey(
  returnTo: string | null,
  autofill = false,
): Promise<PasskeyOutcome> {
  return attempt(async () => {
    const { options } = await trpc.security.startPasskeySignIn.mutate();
    const response = await startAuthentication({
      optionsJSON: options as never,
      useBrowserAutofill: autofill,
    });
    const answer = await trpc.security.confirmPasskeySignIn.mutate({
      response: response as never,
      ...(returnTo ? { returnTo } : {}),
    });
    if (answer.status === "signed_in") return { status: "done", returnTo: answer.returnTo };
    return { status: "failed", problem: answer.status };
  });
}

/** Makes a passkey on this device, or on one that the browser offers. */
export async function addPasskey(): Promise<PasskeyOutcome> {
  return attempt(async () => {
    const { options } = await trpc.security.startPasskey.mutate();
    const response = await startRegistration({ optionsJSON: options as never });
    const answer = await trpc.security.confirmPasskey.mutate({ response: response as Sent });
    if (answer.status === "added") return { status: "done", returnTo: "" };
    return { status: "failed", problem: answer.status === "expired" ? "expired" : "not_taken" };
  });
}

/** Ends a question that is open, as the page goes away. */
export function forgetPasskeyQuestion(): void {
  WebAuthnAbortService.cancelCeremony();
}

async function attempt(work: () => Promise<PasskeyOutcome>): Promise<PasskeyOutcome> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (["NotAllowedError", "AbortError"].includes(error.name)) return { status: "closed" };
    if (error instanceof WebAuthnError) return { status: "failed", problem: problemOf(error) };
    const code = failureCode(error);
    return { status: "failed", problem: code === "CONFLICT" ? "ten" : `failure_${code}` };
  }
}

function problemOf(error: WebAuthnError): PasskeyProblem {
  return error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED" ? "known" : "unable";
}
