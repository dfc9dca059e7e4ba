/** News for one person alone. */
import type { inbox as english } from "../en/inbox.ts";
import type { Translation } from "../message.ts";

export const inbox = {
  title: "Tes nouvelles",
  lede: "Ce qui s’est passé avec tes liens, tes défis et tes amis. Toi seul vois cette page.",
  mark_read: {
    one: "Marquer {count} comme lue",
    many: "Marquer {count} comme lues",
    other: "Marquer {count} comme lues",
  },
  new: "Nouveau",
  older: "Nouvelles plus anciennes",
  empty: "Pas encore de nouvelles",
  empty_text: "Quand quelqu’un s’inscrit par ton lien ou répond à ton défi, tu le lis ici.",
  empty_deed: "Voir mes liens",
  notice_invite_joined: "Quelqu’un que tu as invité s’est inscrit.",
  notice_friends_made: "Tu as un nouvel ami.",
  notice_guardian_agreed: "Ton responsable légal a dit oui. Tout est ouvert pour toi maintenant.",
  notice_sharing_stopped:
    "Ton responsable légal a désactivé le partage vers l’extérieur. Tes liens ne fonctionnent plus.",
  challenge_won: "On a répondu à ton défi : {theirs} sur {total}, et toi {yours}. Tu es devant !",
  challenge_lost: "On a répondu à ton défi : {theirs} sur {total}, et toi {yours}. Tu rejoues ?",
  challenge_level: "On a répondu à ton défi : {theirs} sur {total}, comme toi ({yours}).",
  points_count: {
    one: "{count} point en {subject} a été vérifié, et compte.",
    many: "{count} de points en {subject} ont été vérifiés, et comptent.",
    other: "{count} points en {subject} ont été vérifiés, et comptent.",
  },
  points_out: {
    one: "{count} point en {subject} a été vérifié, et ne compte pas.",
    many: "{count} de points en {subject} ont été vérifiés, et ne comptent pas.",
    other: "{count} points en {subject} ont été vérifiés, et ne comptent pas.",
  },
} as const satisfies Translation<typeof english>;
