/** A study group: for guests, for members, for its tutor. */
import type { cohort as english } from "../en/cohort.ts";
import type { Translation } from "../message.ts";

export const cohort = {
  title: "Un grupo de estudio de {subject}",
  text: "Estudia junto a otros, a tu ritmo. Entra y echa un vistazo.",
  kicker: "Grupo de estudio de {subject}",
  members_count: { one: "{count} miembro", many: "{count} de miembros", other: "{count} miembros" },
  with_here: "{members}, {count} aquí ahora",
  members: "Miembros",
  status_in_quiz: "haciendo una serie",
  status_studying: "estudiando",
  status_online: "aquí ahora",
  status_away: "ausente un momento",
  status_offline: "no está aquí",
  you: "tú",
  side: "Estudiad codo con codo",
  side_text:
    "En un grupo de estudio ves quién practica ahora y aplaudes cuando alguien llega al otro lado. Allí todos tienen un apodo.",
  join_free: "Unirse gratis",
  sign_in: "Entrar",
  or_try: "O prueba antes una serie de este grupo",
  joining_text: "Los miembros ven tu apodo, cuándo estás aquí y las series que terminas.",
  full: "Este grupo está completo. Quizá pronto quede un sitio.",
  one_moment: "Un momento…",
  join_group: "Unirse a este grupo",
  students: "Sus estudiantes",
  students_text: "Solo usted, como tutor, ve aquí nombres y resultados.",
  none_finished: "Todavía no ha terminado ninguna serie.",
  result_line: "{score} de {total}, {when}",
  unknown: "Aquí no hay ningún grupo de estudio",
  quiet: "De momento, aguas tranquilas",
  quiet_text:
    "Cuando alguien aquí termine una serie o traiga a un amigo, lo leerás antes que nadie.",
} satisfies Translation<typeof english>;
