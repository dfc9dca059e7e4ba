/** The first page: a promise, and how it goes. */
import type { welcome as english } from "../en/welcome.ts";
import type { Translation } from "../message.ts";

export const welcome = {
  title: "Vel Tutor · Cinq questions rapides, un ami à battre",
  text: "Réponds à cinq questions, vois ce que tu sais, défie un ami. Sans compte.",
  heading: "Cinq questions. Un ami à battre.",
  lede: "Réponds à une petite série, vois tout de suite ce que tu sais faire et envoie les cinq mêmes à un ami. Ça prend environ une minute.",
  try_deck: "Essayer une série",
  have_account: "J’ai déjà un compte",
  calm: "Pas de compte, pas d’e-mail, pas de chrono qui te presse.",
  pick: "Choisis celle qui te plaît",
  how: "Comment ça marche",
  cross: "Traverse la rivière",
  cross_text:
    "Chaque question est une pierre. Après chaque réponse, tu vois pourquoi elle est juste.",
  example: "Un exemple",
  see: "Vois ce que tu sais faire",
  see_text: "Ton score, compétence par compétence, et la prochaine chose à travailler.",
  challenge: "Défie un ami",
  challenge_text:
    "Un geste crée un lien. Ton ami reçoit les cinq mêmes questions et ton score à battre.",
  your_turn: "{score} sur {total} en {time}. À toi !",
  parents: "Fait pour que les parents soient tranquilles",
  promise_1:
    "Les enfants apparaissent sous un surnom et un petit animal dessiné, jamais sous leur nom ni en photo.",
  promise_2:
    "Avant 13 ans, un compte ne s’ouvre que si un parent ou un responsable légal est d’accord.",
  promise_3: "Les scores appartiennent à l’élève. Les partager est toujours son propre choix.",
} satisfies Translation<typeof english>;
