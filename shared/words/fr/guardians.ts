/** What guardians are asked, and how children ask them. */
import type { guardians as english } from "../en/guardians.ts";
import type { Translation } from "../message.ts";

export const guardians = {
  title: "Un enfant demande votre accord",
  heading: "Un enfant voudrait s’inscrire à Vel Tutor",
  lede: "L’enfant a donné votre adresse e-mail et demande votre accord.",
  fact_1:
    "Le compte sert à s’entraîner avec de courtes séries et n’apparaît que sous un surnom, avec un petit animal dessiné.",
  fact_2:
    "Nous gardons une adresse e-mail, une année de naissance et les résultats des séries. Nous ne vendons rien et n’affichons aucune publicité.",
  fact_3: "Rien de tout cela ne sort de Vel Tutor, sauf si vous l’autorisez ici.",
  fact_4:
    "Vous pouvez changer d’avis quand vous voulez : écrivez-nous et nous supprimerons le compte.",
  fact_1_head: "Ce que votre enfant fait ici",
  fact_2_head: "Ce que nous gardons",
  fact_3_head: "Ce qui reste ici",
  fact_4_head: "Si vous changez d’avis",
  allow: "Mon enfant peut aussi défier des amis par un lien",
  allow_text:
    "Un lien montre le surnom et un score, rien d’autre. Vous pouvez ne pas cocher cette case.",
  agree: "Oui, je suis d’accord",
  not_now: "Non, pas maintenant",
  consented: "Merci. Le compte est ouvert.",
  consented_text: "Votre enfant peut continuer tout de suite.",
  declined: "Merci de nous l’avoir dit.",
  declined_text: "Le compte reste fermé. On peut toujours jouer en invité.",
  closed: "Cette question n’est plus ouverte",
  closed_text: "On y a déjà répondu, ou l’e-mail est trop ancien. Votre enfant peut redemander.",
  see_what: "Voir ce qu’est Vel Tutor",
  who: "Vel Tutor est un lieu gratuit pour s’entraîner pour l’école, cinq petites questions à la fois. Les enfants y ont un surnom, personne ne peut leur écrire, et il n’y a pas de publicité.",
  keeps: "Ce que nous gardons, et pourquoi",
  nickname: "Le surnom que nous avons inventé. Demandé le {day}.",
  means: "Ce que veut dire votre oui",
  share_title: "Votre enfant peut-il partager des liens ?",
  share_allowed: "Votre enfant peut partager des liens",
  share_lede: "Votre enfant voudrait défier des amis en dehors de Vel Tutor.",
  share_lede_allowed: "Vous avez dit oui. Ici, vous pouvez revenir dessus.",
  share_fact_1:
    "Un lien mène un ami à cinq questions et montre le surnom de votre enfant et un score. Rien d’autre.",
  share_fact_2: "Votre enfant ne peut écrire à personne et personne ne peut lui écrire.",
  share_fact_3:
    "Vous pouvez revenir sur votre oui sur cette page quand vous voulez. Tous les liens se ferment alors.",
  share_fact_1_head: "Ce que voit un ami",
  share_fact_2_head: "Pas de messages",
  share_fact_3_head: "Vous pouvez l’arrêter",
  take_back: "Retirer mon accord",
  share_yes: "Oui, mon enfant peut partager",
  share_consented: "Merci.",
  share_consented_text:
    "Votre enfant peut maintenant partager des liens. Gardez cet e-mail : il permet de revenir sur votre oui.",
  share_declined: "Merci de nous l’avoir dit.",
  share_declined_text: "Aucun lien ne sort de Vel Tutor. Tout le reste demeure ouvert.",
  share_withdrawn: "Le partage est arrêté.",
  share_withdrawn_text: "Les liens existants sont fermés et aucun nouveau n’est créé.",
  see_or_take_back: "Le voir, ou revenir dessus",
  ask: "Demander à mon responsable légal",
  ask_lede:
    "Tu as moins de 18 ans : c’est un parent ou ton responsable légal qui décide si tes liens peuvent sortir de Vel Tutor.",
  may_share: "Tu peux partager",
  may_share_lede: "Tes liens peuvent aller à des amis en dehors de Vel Tutor.",
  to_decks: "Vers mes séries",
  asked: "On a demandé",
  asked_lede:
    "Ton responsable légal a reçu un e-mail avec une page pour répondre. Dès qu’il dit oui, tes boutons de partage marchent.",
  go_on: "Continuer à s’entraîner",
  ask_email: "E-mail d’un parent ou de mon responsable légal",
  ask_email_hint: "On envoie un seul e-mail avec une page pour répondre.",
  asking: "Un instant…",
  not_your_own: "Donne l’adresse e-mail d’un parent ou de ton responsable légal, pas la tienne.",
  asked_often: "Tu as demandé plusieurs fois cette semaine. Parle à ton responsable légal.",
} satisfies Translation<typeof english>;
