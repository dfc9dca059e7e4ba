/** The closed list of achievements, and what people read for each. */

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

interface AchievementWords {
  name: string;
  /** What one does to get it. */
  how: string;
}

export const achievementWords: Record<Achievement, AchievementWords> = {
  first_deck: { name: "First steps", how: "Finish a deck." },
  perfect_score: { name: "Dry feet", how: "Get every question of a deck right." },
  quick_thinker: { name: "Swift current", how: "Get all right in 45 seconds or less." },
  comeback: { name: "Comeback", how: "Get all right where you once got two or fewer." },
  three_in_a_day: { name: "Explorer", how: "Three subjects in one day." },
  five_in_a_row: { name: "Five in a row", how: "Practise five days in a row." },
  ten_decks: { name: "Ten crossings", how: "Finish ten decks." },
  fifty_decks: { name: "Fifty crossings", how: "Finish fifty decks." },
  subject_master: { name: "Whole river", how: "Get all right in every deck of a subject." },
  all_subjects: { name: "All subjects", how: "Finish a deck of every subject." },
};

/** Days of a streak that are worth telling. */
export const streakMilestones = [7, 30, 100] as const;
