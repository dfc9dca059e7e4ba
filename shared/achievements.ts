/** The closed list of achievements; what people read for each is in `shared/words`. */

export const achievements = [
  "first_deck",
  "perfect_score",
  "quick_thinker",
  "comeback",
  "three_in_a_day",
  "five_in_a_row",
  "ten_decks",
  "fifty_decks",
  "subject_master",
  "all_subjects",
] as const;
export type Achievement = (typeof achievements)[number];

/** Days of a streak that are worth telling. */
export const streakMilestones = [7, 30, 100] as const;
