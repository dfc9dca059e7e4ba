/** Ends copying: for when the second sink's token is gone. */
import type { Ctx } from "../../platform/context.ts";
import { switchOff } from "./copies.repo.ts";

/** What waits is forgotten, and nothing is queued any more. Nothing to do where there was no sink. */
export async function endCopying(ctx: Pick<Ctx, "db" | "log">): Promise<void> {
  if (await switchOff(ctx.db)) ctx.log.info("copying events switched off");
}
