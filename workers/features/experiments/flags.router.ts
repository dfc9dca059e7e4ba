/** The flag procedures: validate, call, return. */
import * as z from "zod";
import { admin } from "../../platform/policy.ts";
import { procedure, router } from "../../platform/trpc.ts";
import { changeFlag, killFlag } from "./change-flag.ts";
import { flagInput, flagView, killInput } from "./experiments.schemas.ts";
import { listFlags } from "./list-definitions.ts";

const rest = (method: "GET" | "PUT" | "POST", path: `/${string}`, summary: string) => ({
  openapi: { method, path, summary, tags: ["flags"], protect: true },
});

export const flagsRouter = router({
  list: procedure(admin)
    .meta(rest("GET", "/flags", "All flags"))
    .input(z.strictObject({}))
    .output(z.object({ flags: z.array(flagView) }))
    .query(({ ctx }) => listFlags(ctx)),

  set: procedure(admin)
    .meta(rest("PUT", "/flags/{key}", "Make a flag, or change the version you have seen"))
    .input(flagInput)
    .output(z.object({ key: z.string(), version: z.number() }))
    .mutation(({ ctx, input }) => changeFlag(ctx, input)),

  kill: procedure(admin)
    .meta(rest("POST", "/flags/{key}/kill", "Turn it off at once, with what waits in its loop"))
    .input(killInput)
    .output(z.object({ status: z.enum(["killed", "not_on"]) }))
    .mutation(({ ctx, input }) => killFlag(ctx, input)),
});
