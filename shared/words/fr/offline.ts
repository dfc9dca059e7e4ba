/** The page that the service worker shows without a network. */
import type { offline as english } from "../en/offline.ts";
import type { Translation } from "../message.ts";

export const offline = {
  title: "Tu es hors ligne",
  text: "Cette page a besoin du réseau. Voici ce qui marche sans.",
  started: "Finis ce que tu as commencé",
  answered: "{done} réponses sur {total}",
  seen: "Comme tu l’as vu la dernière fois",
  as_of: "vu {when}",
  nothing: "Rien n’est encore gardé sur cet appareil.",
  back: "Quand le réseau revient",
  again: "Réessayer",
} satisfies Translation<typeof english>;
