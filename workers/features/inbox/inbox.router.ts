/** The inbox procedures: validate, call, return. */
import * as z from "zod";
import { noticeTypes } from "#shared/notices.ts";
import { cursorOf, idOf } from "../../platform/page-cursor.ts";
import { signedIn } from "../../platform/policy.ts";
import { procedure, router } from "../../platform/trpc.ts";
import { listNotices } from "./list-notices.ts";
import { markNoticesRead } from "./mark-notices-read.ts";

const notice = z.object({
  id: idOf("evt"),
  type: z.enum(noticeTypes),
  props: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  at: z.int(),
  read: z.boolean(),
});

const rest = (method: "GET" | "POST", path: `/${string}`, summary: string) => ({
  openapi: { method, path, summary, tags: ["inbox"], protect: true },
});

export const inboxRouter = router({
  list: procedure(signedIn)
    .meta(rest("GET", "/inbox", "News for you alone, newest first, and how much of it is unread"))
    .input(z.strictObject({ cursor: cursorOf("evt").optional() }))
    .output(
      z.object({ unread: z.int(), items: z.array(notice), nextCursor: z.string().nullable() }),
    )
    .query(({ ctx, input }) => listNotices(ctx, input)),

  markRead: procedure(signedIn)
    .meta(rest("POST", "/inbox/read", "Marks what came until then as read; safe to repeat"))
    .input(z.strictObject({ until: z.int().min(0).max(8_640_000_000_000) }))
    .output(z.object({ status: z.literal("read"), count: z.int() }))
    .mutation(({ ctx, input }) => markNoticesRead(ctx, input)),
});
