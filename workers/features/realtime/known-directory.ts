/** Which leaf holds whom, remembered by the isolate for a moment. */

import type { LeafDirectory, LeafDirectoryApi } from "#shared/protocol/leaf-directory.ts";
import type { PresenceSubject } from "#shared/protocol/room-names.ts";
import type { Ctx } from "../../platform/context.ts";

const known = new Map<PresenceSubject, { directory: LeafDirectory; at: number }>();

/** The subject's directory; `fresh` asks the root whatever is remembered. */
export async function knownDirectory(
  ctx: Ctx,
  subject: PresenceSubject,
  fresh: boolean,
): Promise<LeafDirectory> {
  const now = ctx.clock.now();
  const kept = known.get(subject);
  const life = ctx.config.REALTIME_SETTINGS.directoryLifeMs;
  if (kept && !fresh && now - kept.at < life) return kept.directory;
  const directory = await ctx.rooms.get<LeafDirectoryApi>("PRESENCE_ROOT", subject).directory();
  known.set(subject, { directory, at: now });
  return directory;
}
