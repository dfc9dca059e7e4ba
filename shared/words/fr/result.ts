/** One result: the score, skills, what comes next, and how others did. */
import type { result as english } from "../en/result.ts";
import type { Translation } from "../message.ts";

export const result = {
  title: "Résultat : {deck}",
  title_your_child: "Résultat de votre enfant : {deck}",
  title_your_student: "Résultat de votre élève : {deck}",
  line: "{score} sur {total} justes en {time}, le {day}.",
  flagged:
    "C’était très rapide. Le résultat est gardé ; ses points attendent que quelqu’un regarde.",
  skills: "Compétence par compétence",
  have_it: "C’est acquis",
  score_of: "{score} sur {total}",
  to_practise: "À travailler",
  next: "Quoi travailler ensuite",
  first: "Pour commencer : <strong>{skill}</strong>.",
  first_then: "Pour commencer : <strong>{skill}</strong>, puis {others}.",
  nothing_missing: "Il ne manque rien ici. Essaie une autre sorte de série.",
  again: "Rejouer",
  pick: "Choisir une série",
  board: "Le classement : {subject}",
  run_by_run: "{subject}, essai par essai",
  newest: "Le dernier essai est à droite.",
  skill: "Compétence",
  key_right: "juste",
  key_practise: "à travailler",
  key_not_asked: "pas demandé",
  others: "Les autres avec cette série",
  whose_you: "Toi : {score}.",
  whose_other: "Ce résultat : {score}.",
  from_runs: {
    one: "Sur {count} essai fini, sans le nom de personne.",
    many: "Sur {count} d’essais finis, sans le nom de personne.",
    other: "Sur {count} essais finis, sans le nom de personne.",
  },
  too_few:
    "Peu de gens l’ont finie avant toi. Quand il y en aura plus, tu verras ici leurs scores.",
  too_few_other: "Peu de gens l’ont finie. Quand il y en aura plus, tu verras ici leurs scores.",
  most_got: "La plupart des autres ont eu {middle} justes.",
  half_got: "La moitié des autres ont eu entre {low} et {high} justes, celui du milieu {middle}.",
} satisfies Translation<typeof english>;
