/** The setting of the keyboard shortcuts. */
import type { keys as english } from "../en/keys.ts";
import type { Translation } from "../message.ts";

export const keys = {
  legend: "Raccourcis clavier",
  on: "Activés",
  on_hint: "Par exemple g puis h pour l’accueil. Appuie sur ? pour tous les voir.",
  off: "Désactivés",
  off_hint: "Il ne reste que Ctrl ou Cmd avec K.",
  keep: "Enregistrer",
} satisfies Translation<typeof english>;
