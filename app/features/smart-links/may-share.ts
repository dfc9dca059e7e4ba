/** Whether a person may make links that leave the house; the server decides again. */
import type { Outputs } from "#app/trpc.ts";

type Viewer = Outputs["people"]["me"];

export function mayShare(viewer: Viewer): boolean {
  if (viewer.kind === "guest" || viewer.guardianState === "pending") return false;
  return !viewer.minor || viewer.shareConsent;
}
