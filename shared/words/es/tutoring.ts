/** What a tutor's public page shows, and its settings. */
import type { tutoring as english } from "../en/tutoring.ts";
import type { Translation } from "../message.ts";

export const tutoring = {
  title: "Tu página de tutor",
  lede: "Una página para todos: lo que enseñas y una serie para probar. Muestra un nombre inventado y ninguna palabra tuya.",
  shows: "Lo que muestra",
  see_it: "Verla como los demás",
  not_public: "Aún no es pública",
  not_public_text: "Elige tus materias y muestra la página. Después podrás compartirla aquí.",
  teach: "¿Qué enseñas?",
  keep: "Guardar",
  show: "Mostrar mi página",
  hide: "Ocultar mi página",
  is_public: "Tu página es pública.",
  is_hidden: "Tu página está oculta.",
  pick_one: "Elige al menos una materia, por favor.",
} satisfies Translation<typeof english>;
