/** Where a signed-in person begins: students, parents, tutors, and who waits for a guardian. */
import type { home as english } from "../en/home.ts";
import type { Translation } from "../message.ts";

export const home = {
  title: "Inicio",
  hello: "Hola, {alias}",
  student_text: "Ese es el nombre que ven los demás. Solo tú sabes quién está detrás.",
  first_steps: "Tres piedras hasta tu primer cruce",
  step_play: "Juega cinco preguntas",
  step_share: "Reta a un amigo",
  step_arrive: "Tu amigo lo abre",
  state_done: "Hecho:",
  state_next: "Ahora:",
  state_later: "Después:",
  link_ready: "Tu enlace está listo. ¿Ya lo tiene tu amigo? Aquí verás cuándo lo abre.",
  send_again: "Enviarlo otra vez",
  begin: "Empieza con «{deck}»: un minuto, más o menos, y ves enseguida lo que sabes.",
  why_first: "Una buena para empezar",
  why_same_subject: "Más {subject}",
  why_new: "Algo nuevo para ti",
  why_improve: "Tu mejor resultado es {best} de {total}. ¿Otra vez?",
  go_first: "Empezar",
  go_same_subject: "Seguir",
  go_new: "Probar",
  go_improve: "Jugar otra vez",
  results: "Tus últimos resultados",
  results_none: "Aquí estará tu primer resultado",
  results_none_text: "Cinco preguntas, un minuto más o menos. Ves enseguida lo que sabes.",
  groups: "Grupos de estudio",
  groups_none:
    "Todavía no estás en ningún grupo de estudio. Un amigo o tu tutor puede enviarte un enlace al suyo.",
  members: { one: "{count} miembro", many: "{count} de miembros", other: "{count} miembros" },
  boards: "Tablas",
  who_is_here: "Quién está aquí",
  all_decks: "Todas las series",
  your_best: "Tu mejor resultado: {best} de {total}",

  almost_there: "Hola, {alias}. ¡Ya casi!",
  waiting_text:
    "Hemos escrito a tu adulto responsable. En cuanto diga que sí, tu cuenta se abrirá sola.",
  waiting_spam:
    "¿No le ha llegado el correo? Pídele que mire en la carpeta de spam. Mientras tanto, puedes jugar todas las series.",
  waiting_decks: "Juega mientras esperas",

  parent_text: "Cómo les va a sus hijos y qué espera su respuesta.",
  parent_asked: {
    one: "{count} pregunta para usted",
    many: "{count} de preguntas para usted",
    other: "{count} preguntas para usted",
  },
  parent_asked_text: "Su hijo o hija podrá seguir en cuanto usted responda.",
  parent_look: "Ver",
  no_child: "Todavía no hay ningún hijo vinculado a usted",
  no_child_text:
    "Cuando su hijo o hija se una y dé el correo de usted, encontrará aquí la pregunta. Mientras tanto, pruebe lo que va a jugar.",
  no_child_try: "Probar cinco preguntas",
  child_level: "Nivel {level}",
  child_decks: {
    one: "{count} serie terminada",
    many: "{count} de series terminadas",
    other: "{count} series terminadas",
  },
  child_streak: {
    one: "{count} día seguido",
    many: "{count} de días seguidos",
    other: "{count} días seguidos",
  },
  child_none: "Ninguna serie terminada todavía.",
  proud: "Un momento de orgullo",
  proud_text: "Abra un resultado para compartirlo: sin nombre y sin respuestas.",
  open_family: "Abrir la página de la familia",
  your_links: "Sus enlaces",
  see_who_is_here: "Ver quién está aquí",

  tutor_text: "Sus estudiantes ven este nombre. Aquí sus grupos van primero.",
  page_none: "Que le encuentren nuevos estudiantes",
  page_hidden: "Su página está oculta",
  page_text:
    "Su página muestra sus materias y series para probar. Con un enlace lleva a los estudiantes hasta ella.",
  page_make: "Crear su página",
  page_show: "Mostrarla de nuevo",
  came: "Lo que dieron sus enlaces",
  came_opened: "Abiertos",
  came_finished: "Terminados",
  came_joined: "Se unieron",
  came_each: "Ver cada uno",
} satisfies Translation<typeof english>;
