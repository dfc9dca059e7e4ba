/** What a tutor's public page shows, and its settings. */
import type { tutoring as english } from "../en/tutoring.ts";
import type { Translation } from "../message.ts";

export const tutoring = {
  title: "Votre page de tuteur",
  lede: "Une page pour tout le monde : ce que vous enseignez et une série à essayer. Elle montre un nom inventé et aucun mot de vous.",
  shows: "Ce qu’elle montre",
  see_it: "La voir comme les autres",
  not_public: "Pas encore publique",
  not_public_text:
    "Choisissez vos matières et montrez la page. Vous pourrez ensuite la partager ici.",
  teach: "Qu’enseignez-vous ?",
  keep: "Garder ces choix",
  show: "Montrer ma page",
  hide: "Cacher ma page",
  is_public: "Votre page est publique.",
  is_hidden: "Votre page est cachée.",
  pick_one: "Choisissez au moins une matière.",
} satisfies Translation<typeof english>;
