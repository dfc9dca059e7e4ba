/** Who is here now, and what they do. */
import type { presence as english } from "../en/presence.ts";
import type { Translation } from "../message.ts";

export const presence = {
  in_subject: "En ce moment : {subject}",
  said: "{subject} : {here}",
  looking: "On regarde qui est ici…",
  status_in_quiz: "fait une série",
  status_studying: "étudie",
  status_online: "jette un œil",
  status_away: "absent un instant",
  here: "ici en ce moment",
  act_deck: "devant une série",
  act_results: "lit ses résultats",
  act_leaderboard: "regarde un classement",
  act_cohort: "dans un groupe d’étude",
  act_home: "choisit une série",
  several_in_quiz: {
    one: "{count} fait une série",
    many: "{count} font une série",
    other: "{count} font une série",
  },
  several_studying: {
    one: "{count} étudie",
    many: "{count} étudient",
    other: "{count} étudient",
  },
  several_online: {
    one: "{count} jette un œil",
    many: "{count} jettent un œil",
    other: "{count} jettent un œil",
  },
  several_away: {
    one: "{count} absent un instant",
    many: "{count} absents un instant",
    other: "{count} absents un instant",
  },
} satisfies Translation<typeof english>;
