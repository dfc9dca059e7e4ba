/** The browser's tRPC client, for what a tap does without leaving the page. */
import { createTRPCClient, httpBatchLink, TRPCClientError } from "@trpc/client";
import type { inferRouterInputs } from "@trpc/server";
import { type ErrorCode, errorCodes } from "#shared/errors.ts";
import type { LiveRoom } from "#shared/protocol/room-names.ts";
import type { AppRouter } from "#workers/app-router.ts";

type Inputs = inferRouterInputs<AppRouter>;

export const trpc = createTRPCClient<AppRouter>({
  links: [
    httpBatchLink({
      url: "/trpc",
      // What was tapped and is shown as done must arrive, also when the page is left at once.
      fetch: (url, init) =>
        fetch(url, { ...(init as RequestInit), keepalive: init?.method === "POST" }),
    }),
  ],
});

/** Our code for a failed call; UNAVAILABLE when there was no answer at all. */
export function failureCode(error: unknown): ErrorCode {
  const code = error instanceof TRPCClientError ? error.data?.appCode : undefined;
  return typeof code === "string" && code in errorCodes ? (code as ErrorCode) : "UNAVAILABLE";
}

/** Refusals that another try would not change. */
const final: readonly ErrorCode[] = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "GUARDIAN_PENDING",
  "NOT_FOUND",
  "BAD_INPUT",
];

/** A fresh ticket for one socket of a room, good for 60 s; null where there is no way in. */
export async function askTicket(room: LiveRoom, name: string, moved = false) {
  try {
    return await trpc.realtime.ticket.mutate(moved ? { room, name, moved } : { room, name });
  } catch (error) {
    if (final.includes(failureCode(error))) return null;
    throw error;
  }
}

/** Tells presence without a socket; null where the person is not let in. */
export async function pingPresence(input: Inputs["presence"]["ping"]) {
  try {
    return await trpc.presence.ping.mutate(input);
  } catch (error) {
    if (final.includes(failureCode(error))) return null;
    throw error;
  }
}
