/** What the operator's pages share: tabs, loops, subjects. In English only. */
import type { Dictionary } from "../message.ts";
import { shell } from "./shell.ts";

export const admin = {
  kicker: "Admin",
  tab_metrics: "Metrics",
  tab_experiments: "Experiments",
  tab_flags: "Flags",
  tab_events: "Events",
  tab_deliveries: "Deliveries",
  tab_held: "Held points",
  tab_cohorts: "Study groups",
  tab_people: "People",
  all: "All",
  show: "Show",
  older: "Older ones",

  loop_buddy_challenge: "Buddy Challenge",
  loop_results_rally: "Results Rally",
  loop_proud_parent: "Proud Parent",
  loop_tutor_spotlight: "Tutor Spotlight",

  // The frame says these in the page's language.
  subject_algebra: shell.subject_algebra,
  subject_geometry: shell.subject_geometry,
  subject_biology: shell.subject_biology,
  subject_chemistry: shell.subject_chemistry,
  subject_physics: shell.subject_physics,
  subject_reading: shell.subject_reading,
  subject_vocabulary: shell.subject_vocabulary,
  subject_sat_math: shell.subject_sat_math,
} as const satisfies Dictionary;
