/** What a page says of whoever looks at it. */
import type { Activity, Status } from "#shared/protocol/client-frames.ts";

const acts: Record<string, Activity> = {
  fvm: "deck",
  results: "results",
  leaderboards: "leaderboard",
  cohort: "cohort",
  home: "home",
};

/** A deck's page is for studying; others are looked at. */
export function doingAt(pathname: string): { status: Status; act: Activity | null } {
  const act = acts[pathname.split("/", 2)[1] ?? ""] ?? null;
  return { status: act === "deck" ? "studying" : "online", act };
}
