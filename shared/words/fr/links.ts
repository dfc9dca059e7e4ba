/** A person's smart links and what came of each; what is shared into the app. */
import type { links as english } from "../en/links.ts";
import type { Translation } from "../message.ts";

export const links = {
  title: "Tes liens",
  lede: "Chaque défi ou résultat que tu partages est un lien. Ici, tu vois ce qu’il a donné et tu peux le retirer.",
  none: "Pas encore de liens",
  none_text: "Termine une série, ouvre son résultat et défie un ami. Le lien apparaîtra ici.",
  pick_deck: "Choisir une série",
  none_open:
    "Aucun lien n’est ouvert en ce moment. Termine une série ou ouvre un résultat, puis défie un ami.",
  older: "Liens plus anciens",
  taken_back: "Retiré. Le lien ne s’ouvre plus.",
  place_result: "Un résultat",
  place_group: "Groupe d’étude",
  place_tutor: "Page de tuteur",
  place_deck: "Une série",
  place_link: "Un lien",
  place_about: "{place}, {subject}",
  loop_buddy_challenge: "Défi entre amis",
  loop_results_rally: "Ronde des résultats",
  loop_proud_parent: "Parent fier",
  loop_tutor_spotlight: "Le tuteur à la une",
  made: "{loop}, créé {when}",
  made_by: "{loop}, créé par {alias} {when}",
  state_open: "Ouvert",
  state_expired: "Expiré",
  state_revoked: "Retiré",
  ends: "Se termine {when}.",
  share: "Partager",
  take_back: "Le retirer",
  take_back_title: "Retirer ce lien ?",
  take_back_text:
    "Ceux qui l’ouvrent à partir de maintenant voient une autre entrée. Ce qu’il a déjà donné reste.",
  one_moment: "Un instant…",
  hits: "clics",
  opens: "l’ont ouvert",
  engaged: "ont regardé",
  fvm: "ont terminé",
  joins: "se sont inscrits",
  nothing_open: "Personne ne l’a encore ouvert. Déjà envoyé ? Ça peut prendre un moment.",
  nothing_ended: "Personne ne l’a ouvert.",
  shared_in: "Partagé avec l’application",
  not_ours: "Ce n’est pas un de nos liens",
  not_ours_text:
    "Partage un lien de Vel Tutor avec l’application et il s’ouvre ici. Tout le reste, on ne le garde pas et on ne l’envoie à personne.",
} satisfies Translation<typeof english>;
