/** The lobby: who is here, and where. */
import type { lobby as english } from "../en/lobby.ts";
import type { Translation } from "../message.ts";

export const lobby = {
  title: "Sala",
  lede: "Quién está aquí ahora mismo, y dónde. Elige una materia y estudia junto a los demás.",
  subjects: "Materias",
  stale:
    "Los números se han parado un momento. Volverán a moverse en cuanto lleguemos al servidor.",
  quiet: "Ahora está tranquilo: empieza tú",
  start: "Empezar una serie",
  start_in: "Empezar una serie de {subject}",
  nobody: "Aguas tranquilas",
  nobody_text: "Ahora mismo no se ve a nadie por aquí.",
  you: "tú",
  more: { one: "y {count} más", many: "y {count} más", other: "y {count} más" },
} satisfies Translation<typeof english>;
