/** The closed word lists that browser, Worker and database share. */

export const personas = ["student", "parent", "tutor"] as const;
export type Persona = (typeof personas)[number];

export const roles = [...personas, "admin"] as const;
export type Role = (typeof roles)[number];

export const loops = [
  "buddy_challenge",
  "results_rally",
  "proud_parent",
  "tutor_spotlight",
] as const;
export type Loop = (typeof loops)[number];

export const subjects = [
  "algebra",
  "geometry",
  "biology",
  "chemistry",
  "physics",
  "reading",
  "vocabulary",
  "sat_math",
] as const;
export type Subject = (typeof subjects)[number];

/** What people read for each word. */
export const subjectNames: Record<Subject, string> = {
  algebra: "Algebra",
  geometry: "Geometry",
  biology: "Biology",
  chemistry: "Chemistry",
  physics: "Physics",
  reading: "Reading",
  vocabulary: "Vocabulary",
  sat_math: "SAT math",
};

export const loopNames: Record<Loop, string> = {
  buddy_challenge: "Buddy Challenge",
  results_rally: "Results Rally",
  proud_parent: "Proud Parent",
  tutor_spotlight: "Tutor Spotlight",
};

/** Leaderboard periods. `daily` is a UTC day, `weekly` an ISO week (from Monday, UTC). */
export const periods = ["daily", "weekly", "all_time"] as const;
export type Period = (typeof periods)[number];

export const guardianStates = ["not_needed", "pending", "consented"] as const;
export type GuardianState = (typeof guardianStates)[number];
