/** Friends: who asks, who is asked, who said yes, and what came of it. */
import type { friends as english } from "../en/friends.ts";
import type { Translation } from "../message.ts";

export const friends = {
  title: "Amis",
  lede: "On est amis quand les deux disent oui. Tu peux demander aux membres de tes groupes d’étude et à ceux qui sont venus par ton lien.",
  to_answer: "Tu veux bien être ami ?",
  from_invite: "Arrivé par une invitation entre vous deux",
  from_group: "Étudie dans un groupe avec toi",
  yes: "Oui",
  yes_to: "Oui, être ami avec {alias}",
  no: "Non, merci",
  no_to: "Non, merci, pas avec {alias}",
  said_yes: "Tu as dit oui",

  yours: "Tes amis",
  none: "Pas encore d’amis ici",
  none_text: "Ouvre un groupe d’étude et touche Ajouter à côté d’un nom.",
  none_but_asked: "Personne n’a encore dit oui",
  none_but_asked_text: "Dès que vous dites oui tous les deux, ton ami apparaît ici.",
  my_groups: "Mes groupes d’étude",
  since: "Amis : {when}",
  more: "Plus d’amis",
  remove: "Retirer",
  remove_one: "Retirer {alias}",
  remove_title: "Retirer {alias} ?",
  remove_text:
    "Rien ne lui est dit. Pendant 30 jours, cette personne ne peut pas te redemander ; toi, tu peux.",

  waiting: "En attente d’un oui",
  waits_for_guardian: "Ton responsable légal doit d’abord dire oui",
  waits_for_them: "N’a pas encore répondu",
  take_back: "Annuler",
  take_back_from: "Annuler la demande à {alias}",

  done_asked: "C’est demandé. La réponse lui appartient.",
  done_friends: "Vous êtes amis maintenant.",
  done_waiting: "Tu as dit oui. Vous serez amis dès que l’autre oui sera là.",
  done_ended: "C’est fait. Personne n’en est averti.",
  done_refused: "Ça a changé entre-temps.",

  add: "Ajouter",
  add_one: "Ajouter comme ami : {alias}",
  state_friends: "Ami",
  state_asked: "Demandé",
  state_waits_for_guardian: "Attend ton responsable légal",
  state_asked_you: "Te demande",
} satisfies Translation<typeof english>;
