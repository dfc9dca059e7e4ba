/** A study group: for guests, for members, for its tutor. */
import type { cohort as english } from "../en/cohort.ts";
import type { Translation } from "../message.ts";

export const cohort = {
  title: "Un groupe d’étude : {subject}",
  text: "Étudie à côté des autres, à ton rythme. Entre et jette un œil.",
  kicker: "Groupe d’étude : {subject}",
  members_count: { one: "{count} membre", many: "{count} de membres", other: "{count} membres" },
  with_here: "{members}, {count} ici en ce moment",
  members: "Membres",
  status_in_quiz: "fait une série",
  status_studying: "étudie",
  status_online: "ici en ce moment",
  status_away: "absent un instant",
  status_offline: "pas ici",
  you: "toi",
  side: "Étudier côte à côte",
  side_text:
    "Dans un groupe d’étude, tu vois qui s’entraîne en ce moment et tu applaudis quand quelqu’un traverse. Tout le monde y a un surnom.",
  join_free: "S’inscrire gratuitement",
  sign_in: "Se connecter",
  or_try: "Ou essaie d’abord une série de ce groupe",
  joining_text: "Les membres voient ton surnom, quand tu es là et les séries que tu finis.",
  full: "Ce groupe est complet. Une place se libérera peut-être bientôt.",
  one_moment: "Un instant…",
  join_group: "Rejoindre ce groupe",
  students: "Vos élèves",
  students_text: "Vous seul, leur tuteur, voyez ici les noms et les résultats.",
  none_finished: "Aucune série finie pour l’instant.",
  result_line: "{score} sur {total}, {when}",
  unknown: "Il n’y a pas de groupe d’étude ici",
  quiet: "Eaux calmes pour l’instant",
  quiet_text: "Quand quelqu’un ici finit une série ou amène un ami, tu es le premier à le lire.",
} satisfies Translation<typeof english>;
