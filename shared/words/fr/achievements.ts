/** Each achievement's name, and what one does to get it. */
import type { achievements as english } from "../en/achievements.ts";
import type { Translation } from "../message.ts";

export const achievements = {
  name_first_deck: "Premiers pas",
  how_first_deck: "Finis une série.",
  name_perfect_score: "Pieds au sec",
  how_perfect_score: "Réponds juste à toutes les questions d’une série.",
  name_quick_thinker: "Courant rapide",
  how_quick_thinker: "Tout juste en 45 secondes ou moins.",
  name_comeback: "Le retour",
  how_comeback: "Tout juste là où tu avais eu deux bonnes réponses ou moins.",
  name_three_in_a_day: "Explorateur",
  how_three_in_a_day: "Trois matières en un jour.",
  name_five_in_a_row: "Cinq d’affilée",
  how_five_in_a_row: "Entraîne-toi cinq jours d’affilée.",
  name_ten_decks: "Dix traversées",
  how_ten_decks: "Finis dix séries.",
  name_fifty_decks: "Cinquante traversées",
  how_fifty_decks: "Finis cinquante séries.",
  name_subject_master: "Toute la rivière",
  how_subject_master: "Tout juste dans chaque série d’une matière.",
  name_all_subjects: "Toutes les matières",
  how_all_subjects: "Finis une série de chaque matière.",
} satisfies Translation<typeof english>;
