/** Each achievement's name, and what one does to get it. */
import type { Dictionary } from "../message.ts";

export const achievements = {
  name_first_deck: "First steps",
  how_first_deck: "Finish a deck.",
  name_perfect_score: "Dry feet",
  how_perfect_score: "Get every question of a deck right.",
  name_quick_thinker: "Swift current",
  how_quick_thinker: "Get all right in 45 seconds or less.",
  name_comeback: "Comeback",
  how_comeback: "Get all right where you once got two or fewer.",
  name_three_in_a_day: "Explorer",
  how_three_in_a_day: "Three subjects in one day.",
  name_five_in_a_row: "Five in a row",
  how_five_in_a_row: "Practise five days in a row.",
  name_ten_decks: "Ten crossings",
  how_ten_decks: "Finish ten decks.",
  name_fifty_decks: "Fifty crossings",
  how_fifty_decks: "Finish fifty decks.",
  name_subject_master: "Whole river",
  how_subject_master: "Get all right in every deck of a subject.",
  name_all_subjects: "All subjects",
  how_all_subjects: "Finish a deck of every subject.",
} as const satisfies Dictionary;
