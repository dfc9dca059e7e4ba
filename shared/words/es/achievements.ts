/** Each achievement's name, and what one does to get it. */
import type { achievements as english } from "../en/achievements.ts";
import type { Translation } from "../message.ts";

export const achievements = {
  name_first_deck: "Primeros pasos",
  how_first_deck: "Termina una serie.",
  name_perfect_score: "Pies secos",
  how_perfect_score: "Acierta todas las preguntas de una serie.",
  name_quick_thinker: "Corriente rápida",
  how_quick_thinker: "Acierta todas en 45 segundos o menos.",
  name_comeback: "El regreso",
  how_comeback: "Acierta todas donde antes acertaste dos o menos.",
  name_three_in_a_day: "Explorador",
  how_three_in_a_day: "Tres materias en un día.",
  name_five_in_a_row: "Cinco seguidos",
  how_five_in_a_row: "Practica cinco días seguidos.",
  name_ten_decks: "Diez cruces",
  how_ten_decks: "Termina diez series.",
  name_fifty_decks: "Cincuenta cruces",
  how_fifty_decks: "Termina cincuenta series.",
  name_subject_master: "El río entero",
  how_subject_master: "Acierta todas en cada serie de una materia.",
  name_all_subjects: "Todas las materias",
  how_all_subjects: "Termina una serie de cada materia.",
} satisfies Translation<typeof english>;
