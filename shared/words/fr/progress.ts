/** A student's practice: level, streak, stones, challenges, and what one run did for them. */
import type { progress as english } from "../en/progress.ts";
import type { Translation } from "../message.ts";

export const progress = {
  practice: "Ton entraînement",
  level: "Niveau {level}",
  points: { one: "{count} point", many: "{count} de points", other: "{count} points" },
  level_top: "Il n’y a pas de niveau au-dessus de celui-ci.",
  level_next: "Encore {points} jusqu’au niveau {level}",

  streak: "Jours d’affilée :",
  streak_days: { one: "{count} jour", many: "{count} de jours", other: "{count} jours" },
  streak_none: "Pas encore de jours d’affilée",
  streak_again: "Aujourd’hui, tout recommence",
  streak_longest: {
    one: "Ton record : {count} jour d’affilée.",
    many: "Ton record : {count} de jours d’affilée.",
    other: "Ton record : {count} jours d’affilée.",
  },
  streak_begin: "Entraîne-toi aujourd’hui et demain, et c’est parti.",
  streak_counts: "Aujourd’hui, ça compte. Reviens demain.",
  streak_keep: "Entraîne-toi aujourd’hui pour ne pas t’arrêter là.",
  streak_frozen: "Ton joker a compté pour hier. Entraîne-toi aujourd’hui pour continuer.",
  freeze_earn: "Cinq jours d’entraînement rapportent un joker.",
  freeze_used: "Le joker sera utilisé dès que tu continues.",
  freeze_held: "Tu as un joker : un jour manqué n’est pas grave.",
  freeze_more: {
    one: "Encore {count} jour jusqu’au joker.",
    many: "Encore {count} de jours jusqu’au joker.",
    other: "Encore {count} jours jusqu’au joker.",
  },

  stones_found: "Pierres trouvées : {found} sur {all}",
  stones_next: "La prochaine : <b>{name}</b>. {how}",
  stones_all: "Les voir toutes",
  stones_new: {
    one: "Une nouvelle pierre",
    many: "De nouvelles pierres",
    other: "De nouvelles pierres",
  },
  earned: "(trouvée)",
  to_find: "(à trouver)",

  challenges: "Défis entre amis",
  tally: "Gagnés : {won}, perdus : {lost}",
  tally_drawn: "Gagnés : {won}, perdus : {lost}, nuls : {drawn}",
  challenge_won: "<b>Tu as gagné</b> : {deck}, {you} à {rival} contre {whom}.",
  challenge_lost: "<b>Ton rival a gagné</b> : {deck}, {you} à {rival} contre {whom}.",
  challenge_drawn: "<b>Match nul</b> : {deck}, {you} à {rival} contre {whom}.",
  challenge_won_time: "<b>Tu as gagné</b> : {deck}, au temps, contre {whom}.",
  challenge_lost_time: "<b>Ton rival a gagné</b> : {deck}, au temps, contre {whom}.",
  a_deck: "une série",
  a_guest: "un invité",

  run_flagged: "Cette partie ne compte pas tant que personne n’y a jeté un œil.",
  run_best: "Ton record avec cette série : {score} sur {total} en {time}.",
} satisfies Translation<typeof english>;
