/** Smart links: what they lead to, how they are made, why they have to wait. */
import type { sharing as english } from "../en/sharing.ts";
import type { Translation } from "../message.ts";

export const sharing = {
  ended: "Ce lien n’est plus valable",
  ended_heading: "Ce lien ne mène plus nulle part",
  ended_text:
    "Les liens s’arrêtent au bout d’un moment. Demande-en un nouveau à ton ami ou commence ici : toutes les séries sont ouvertes et personne n’a besoin d’un compte pour jouer.",
  try_deck: "Essayer une série",
  pick_another: "Ou choisis-en une autre",
  buddy: "Défi entre amis",
  buddy_text:
    "Envoie à un ami les cinq mêmes questions et ton score à battre. Ton ami voit ton surnom, rien d’autre.",
  first_share:
    "{score} sur {total} à « {deck} ». Qui fait mieux ? Ton ami voit ton surnom, rien d’autre.",
  buddy_button: "Défier un ami",
  buddy_words: "J’ai eu {score} sur {total} à {deck}. Peux-tu faire mieux ?",
  join_and: "S’inscrire et défier un ami",
  consent_title: "Un adulte doit d’abord dire oui.",
  consent_text:
    "Tu as moins de 18 ans : les liens qui sortent de Vel Tutor ont besoin du oui d’un parent ou de ton responsable légal. Les séries, les classements et les groupes d’étude te sont déjà ouverts.",
  ask_guardian: "Demander à mon responsable légal",
  bring: "Amène un ami",
  bring_text: "À deux, la traversée est plus drôle.",
  bring_button: "Inviter un ami",
  bring_words: "Viens étudier avec nous : {group}.",
  making: "Création de ton lien…",
  no_script: "Pour créer un lien, il faut JavaScript, qui est désactivé ici.",
  consent_needed: "Pour partager dehors, il faut le oui d’un parent ou de ton responsable légal.",
  copied: "Copié. Colle-le pour ton ami.",
  shared: "C’est parti !",
  your_link: "Ton lien",
  copy: "Copier",
  share: "Partager",
  qr: "Code QR",
  drawing: "Dessin…",
  qr_label: "Code QR de ton lien",
  looks: "Voilà à quoi ressemble le lien. Il ne montre aucun nom.",
  rally: "Ronde des résultats",
  rally_text:
    "Montre comment ça s’est passé et demande qui te suit. La page de ce lien montre la carte et des séries à essayer, aucune de tes réponses.",
  rally_button: "Partager mon résultat",
  proud: "Un moment de fierté",
  proud_text:
    "Partagez cette réussite. La page de ce lien montre la carte et des séries à essayer : ni nom, ni réponses.",
  proud_button: "Partager ce moment",
  child_off: "Le partage est désactivé pour votre enfant.",
  child_text:
    "Les résultats des moins de 18 ans restent dans Vel Tutor tant qu’un parent ou un responsable légal n’a pas accepté le partage.",
  spotlight: "Le tuteur à la une",
  spotlight_text:
    "Amenez des élèves à votre page. Ils essaient d’abord cinq questions et s’inscrivent si ça leur plaît.",
  spotlight_button: "Partager ma page",
  spotlight_words: "Essaie cinq de mes questions, chacune avec son explication. Sans compte.",
} satisfies Translation<typeof english>;
