/** Who is here now, and what they do. */
import type { presence as english } from "../en/presence.ts";
import type { Translation } from "../message.ts";

export const presence = {
  in_subject: "Ahora en {subject}",
  said: "{subject}: {here}",
  looking: "Mirando quién está aquí…",
  status_in_quiz: "haciendo una serie",
  status_studying: "estudiando",
  status_online: "echando un vistazo",
  status_away: "ausente un momento",
  here: "aquí ahora",
  act_deck: "ante una serie",
  act_results: "leyendo resultados",
  act_leaderboard: "mirando una tabla",
  act_cohort: "en un grupo de estudio",
  act_home: "eligiendo una serie",
  several_in_quiz: {
    one: "{count} haciendo una serie",
    many: "{count} haciendo una serie",
    other: "{count} haciendo una serie",
  },
  several_studying: {
    one: "{count} estudiando",
    many: "{count} estudiando",
    other: "{count} estudiando",
  },
  several_online: {
    one: "{count} echando un vistazo",
    many: "{count} echando un vistazo",
    other: "{count} echando un vistazo",
  },
  several_away: {
    one: "{count} ausente un momento",
    many: "{count} ausentes un momento",
    other: "{count} ausentes un momento",
  },
} satisfies Translation<typeof english>;
