/** What is kept of a person and why, in plain words. */
import type { privacy as english } from "../en/privacy.ts";
import type { Translation } from "../message.ts";

export const privacy = {
  title: "Ce qu’on garde de toi",
  lede: "En bref : un surnom, ton entraînement, et rien de plus que nécessaire. Pas de publicité. Rien n’est vendu.",
  guest: "Si tu joues seulement",
  guest_1:
    "On donne à ton navigateur un nombre au hasard et on le garde 400 jours au plus, pour que tes résultats soient encore là quand tu reviens. Il ne dit pas qui tu es.",
  guest_2:
    "Si le lien d’un ami t’a amené ici, ton navigateur s’en souvient 7 jours, pour qu’on puisse remercier ton ami.",
  account: "Si tu t’inscris",
  account_1:
    "Ton adresse e-mail : on t’envoie l’e-mail qui te connecte. Il n’y a pas de mot de passe.",
  account_2:
    "Ton année de naissance : pour savoir quand il faut d’abord demander à un parent ou à ton responsable légal.",
  account_3:
    "Tes réponses, tes scores et tes points : pour ton niveau, ta série de jours et les classements.",
  account_4:
    "Le type d’appareil avec lequel tu t’es connecté(e), et quand : pour que tu remarques celui qui n’est pas à toi.",
  seen: "Ce que voient les autres",
  seen_1: "Ton surnom et ta petite créature dessinée. Jamais ton adresse e-mail.",
  seen_2:
    "Tes points dans les classements, et que tu es là en ce moment. Tu peux te rendre invisible dans tes réglages.",
  seen_3:
    "Ton responsable légal voit comment va ton entraînement. Le tuteur d’un groupe d’étude peut voir ton nom si tu l’as donné.",
  links: "Les liens que tu partages",
  links_1:
    "On compte combien de fois un lien est ouvert et combien de personnes s’inscrivent par lui. Tu vois les nombres, jamais qui c’était.",
  links_2:
    "Avant 18 ans, un parent ou ton responsable légal décide si tes liens peuvent sortir de Vel Tutor, et peut l’arrêter à tout moment.",
  device: "Sur ton appareil",
  device_1:
    "Les pages que tu as vues sont gardées 7 jours au plus, pour marcher sans réseau. Se déconnecter les efface : fais-le sur un appareil partagé.",
  device_2:
    "On compte quelles pages marchent et lesquelles non, sous un nombre au hasard. Aucune autre entreprise ne t’observe.",
  never: "Ce qu’on ne fait jamais",
  never_1: "Montrer des publicités, vendre ou donner ce qu’on sait de toi.",
  never_2: "Laisser des gens t’écrire : il n’y a pas de messages ici.",
  ask: "Tu veux savoir, ou tout effacer ?",
  ask_text:
    "Réponds à n’importe lequel de nos e-mails, ou demande à un parent ou à ton responsable légal de le faire. On te dit ce qu’on garde de toi, on le corrige, ou on l’efface avec ton compte.",
} satisfies Translation<typeof english>;
