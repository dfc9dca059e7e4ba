/** The lobby: who is here, and where. */
import type { lobby as english } from "../en/lobby.ts";
import type { Translation } from "../message.ts";

export const lobby = {
  title: "Salle",
  lede: "Qui est ici en ce moment, et où. Choisis une matière et étudie à côté des autres.",
  subjects: "Matières",
  stale:
    "Les nombres s’arrêtent un instant. Ils bougeront à nouveau dès qu’on aura retrouvé le serveur.",
  quiet: "Calme en ce moment : passe en premier",
  start: "Commencer une série",
  start_in: "Commencer une série : {subject}",
  nobody: "Eaux calmes",
  nobody_text: "On ne voit personne ici en ce moment.",
  you: "toi",
  more: { one: "et {count} de plus", many: "et {count} de plus", other: "et {count} de plus" },
} satisfies Translation<typeof english>;
