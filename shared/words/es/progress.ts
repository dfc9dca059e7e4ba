/** A student's practice: level, streak, stones, challenges, and what one run did for them. */
import type { progress as english } from "../en/progress.ts";
import type { Translation } from "../message.ts";

export const progress = {
  practice: "Tu práctica",
  level: "Nivel {level}",
  points: { one: "{count} punto", many: "{count} de puntos", other: "{count} puntos" },
  level_top: "No hay ningún nivel por encima de este.",
  level_next: "{points} más hasta el nivel {level}",

  streak: "Racha:",
  streak_days: { one: "{count} día", many: "{count} de días", other: "{count} días" },
  streak_none: "Todavía no hay racha",
  streak_again: "Hoy empieza una racha nueva",
  streak_longest: {
    one: "La más larga fue de {count} día.",
    many: "La más larga fue de {count} de días.",
    other: "La más larga fue de {count} días.",
  },
  streak_begin: "Practica hoy y mañana, y empieza.",
  streak_counts: "Hoy ya cuenta. Vuelve mañana.",
  streak_keep: "Practica hoy para mantenerla.",
  streak_frozen: "Tu comodín la salvó ayer. Practica hoy para seguir.",
  freeze_earn: "Con cinco días de práctica ganas un comodín.",
  freeze_used: "El comodín se gasta en cuanto sigues.",
  freeze_held: "Tienes un comodín: si faltas un día, no pasa nada.",
  freeze_more: {
    one: "{count} día más para un comodín.",
    many: "{count} de días más para un comodín.",
    other: "{count} días más para un comodín.",
  },

  stones_found: "{found} de {all} piedras encontradas",
  stones_next: "La siguiente: <b>{name}</b>. {how}",
  stones_all: "Verlas todas",
  stones_new: { one: "Una piedra nueva", many: "Piedras nuevas", other: "Piedras nuevas" },
  earned: "(conseguida)",
  to_find: "(por encontrar)",

  challenges: "Retos entre amigos",
  tally: "Ganados: {won}, perdidos: {lost}",
  tally_drawn: "Ganados: {won}, perdidos: {lost}, empatados: {drawn}",
  challenge_won: "<b>Ganaste</b> en {deck}, {you} a {rival} contra {whom}.",
  challenge_lost: "<b>Ganó tu rival</b> en {deck}, {you} a {rival} contra {whom}.",
  challenge_drawn: "<b>Empate</b> en {deck}, {you} a {rival} contra {whom}.",
  challenge_won_time: "<b>Ganaste</b> en {deck}, por tiempo, contra {whom}.",
  challenge_lost_time: "<b>Ganó tu rival</b> en {deck}, por tiempo, contra {whom}.",
  a_deck: "una serie",
  a_guest: "un invitado",

  run_flagged: "Esta partida no cuenta hasta que alguien la haya revisado.",
  run_best: "Tu mejor resultado con esta serie hasta ahora: {score} de {total} en {time}.",
} satisfies Translation<typeof english>;
