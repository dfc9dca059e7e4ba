/** Passkeys in the browser: asks it to make or use one. Loaded by the pages that do, on demand. */
import {
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  WebAuthnError,
} from "@simplewebauthn/browser";
import type { Outputs } from "#app/trpc.ts";
import { failureCode, failureWords, trpc } from "#app/trpc-client.ts";

type SignedIn = Outputs["security"]["confirmPasskeySignIn"];
type Sent = Parameters<typeof trpc.security.confirmPasskey.mutate>[0]["response"];

export type PasskeyOutcome =
  | { status: "done"; returnTo: string }
  /** The person closed the browser's question. */
  | { status: "closed" }
  | { status: "failed"; words: string };

const refusedWords: Record<Exclude<SignedIn["status"], "signed_in">, string> = {
  expired: "That took a little long. Please try again.",
  refused: "We do not know that passkey. Try another one, or use your e-mail address.",
};

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
    return { status: "failed", words: refusedWords[answer.status] };
  });
}

/** Makes a passkey on this device, or on one that the browser offers. */
export async function addPasskey(): Promise<PasskeyOutcome> {
  return attempt(async () => {
    const { options } = await trpc.security.startPasskey.mutate();
    const response = await startRegistration({ optionsJSON: options as never });
    const answer = await trpc.security.confirmPasskey.mutate({ response: response as Sent });
    if (answer.status === "added") return { status: "done", returnTo: "" };
    const words = answer.status === "expired" ? refusedWords.expired : "That passkey did not work.";
    return { status: "failed", words };
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
    if (error instanceof WebAuthnError) return { status: "failed", words: wordsOf(error) };
    const words =
      failureCode(error) === "CONFLICT"
        ? "You have ten passkeys. Please remove one first."
        : failureWords(error);
    return { status: "failed", words };
  }
}

function wordsOf(error: WebAuthnError): string {
  return error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED"
    ? "This device has a passkey for you already."
    : "This device or browser cannot use a passkey here.";
}
