/** The page that the service worker shows without a network. */
import type { offline as english } from "../en/offline.ts";
import type { Translation } from "../message.ts";

export const offline = {
  title: "No tienes conexión",
  text: "Esta página necesita conexión. Esto es lo que funciona sin ella.",
  started: "Termina lo que empezaste",
  answered: "{done} de {total} respondidas",
  seen: "Como lo viste la última vez",
  as_of: "visto {when}",
  nothing: "Aún no hay nada guardado en este dispositivo.",
  back: "¿Ya tienes conexión?",
  again: "Volver a intentarlo",
} satisfies Translation<typeof english>;
