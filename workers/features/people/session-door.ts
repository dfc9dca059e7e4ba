/** A better-auth plugin: gives the browser the cookies of a session that our own code wrote. */
import { createAuthEndpoint } from "better-auth/api";
import { deleteSessionCookie, setSessionCookie } from "better-auth/cookies";
import * as z from "zod";

const row = z.custom<{ id: string } & Record<string, unknown>>();

/**
 * Both endpoints are callable from our code only: they have no address. The session is written by
 * `confirmSignIn` in the same transaction as the account, so nothing is left to store here.
 */
export function sessionDoor() {
  return {
    id: "session-door",
    endpoints: {
      openSession: createAuthEndpoint.serverOnly(
        { method: "POST", body: z.object({ session: row, user: row }), requireHeaders: true },
        async (ctx) => {
          const { session, user } = ctx.body;
          await setSessionCookie(ctx, { session, user } as never);
          return ctx.json({ status: "opened" as const });
        },
      ),
      closeSession: createAuthEndpoint.serverOnly(
        { method: "POST", requireHeaders: true },
        async (ctx) => {
          deleteSessionCookie(ctx);
          return ctx.json({ status: "closed" as const });
        },
      ),
    },
  };
}
