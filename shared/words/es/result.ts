/** One result: the score, skills, what comes next, and how others did. */
import type { result as english } from "../en/result.ts";
import type { Translation } from "../message.ts";

export const result = {
  title: "Resultado de {deck}",
  title_your_child: "Resultado de su hijo o hija en {deck}",
  title_your_student: "Resultado de su estudiante en {deck}",
  line: "{score} de {total} bien en {time}, el {day}.",
  flagged:
    "Ha sido muy rápido. El resultado se guarda; sus puntos esperan hasta que alguien lo revise.",
  skills: "Tema por tema",
  have_it: "Lo tienes",
  score_of: "{score} de {total}",
  to_practise: "Por practicar",
  next: "Qué practicar ahora",
  first: "Para empezar: <strong>{skill}</strong>.",
  first_then: "Para empezar: <strong>{skill}</strong>, después {others}.",
  nothing_missing: "Aquí no falta nada. Prueba otro tipo de serie.",
  again: "Jugar otra vez",
  pick: "Elegir una serie",
  board: "La tabla de {subject}",
  run_by_run: "{subject}, intento a intento",
  newest: "El último intento está a la derecha.",
  skill: "Tema",
  key_right: "bien",
  key_practise: "por practicar",
  key_not_asked: "no preguntado",
  others: "Otros con esta serie",
  whose_you: "Tú: {score}.",
  whose_other: "Este resultado: {score}.",
  from_runs: {
    one: "De {count} intento terminado, sin el nombre de nadie.",
    many: "De {count} de intentos terminados, sin el nombre de nadie.",
    other: "De {count} intentos terminados, sin el nombre de nadie.",
  },
  too_few: "Eres de los primeros en terminarla. Cuando haya más, verás aquí cómo les fue.",
  too_few_other: "Todavía la ha terminado poca gente. Cuando haya más, verás aquí cómo les fue.",
  most_got: "La mayoría acertó {middle}.",
  half_got: "La mitad de los otros acertó entre {low} y {high}; quien está en el medio, {middle}.",
} satisfies Translation<typeof english>;
