/** Which leaf holds whom, remembered by the isolate for a moment. */

import type { LeafDirectory, LeafDirectoryApi } from "#shared/protocol/leaf-directory.ts";
import { type PresenceSubject, presenceSubjects } from "#shared/protocol/room-names.ts";
import { BriefMemory } from "../../platform/brief-memory.ts";
import type { Ctx } from "../../platform/context.ts";

const known = new BriefMemory<LeafDirectory>(2 * presenceSubjects.length);

/** The subject's directory; `fresh` asks the root whatever is remembered. */
export async function knownDirectory(
  ctx: Ctx,
  subject: PresenceSubject,
  fresh: boolean,
): Promise<LeafDirectory> {
  const now = ctx.clock.now();
  const kept = fresh
    ? null
    : known.recall(subject, now, ctx.config.REALTIME_SETTINGS.directoryLifeMs);
  if (kept) return kept;
  const directory = await ctx.rooms.get<LeafDirectoryApi>("PRESENCE_ROOT", subject).directory();
  known.remember(subject, directory, now);
  return directory;
}
