/** All words of all languages: only the server reads this, pages are sent what they show. */

import { account as enAccount } from "./en/account.ts";
import { achievements as enAchievements } from "./en/achievements.ts";
import { activity as enActivity } from "./en/activity.ts";
import { admin } from "./en/admin.ts";
import { adminExperiments } from "./en/admin-experiments.ts";
import { adminMetrics } from "./en/admin-metrics.ts";
import { adminOperations } from "./en/admin-operations.ts";
import { adminPeople } from "./en/admin-people.ts";
import { boards as enBoards } from "./en/boards.ts";
import { cards as enCards } from "./en/cards.ts";
import { cohort as enCohort } from "./en/cohort.ts";
import { deck as enDeck } from "./en/deck.ts";
import { family as enFamily } from "./en/family.ts";
import { friends as enFriends } from "./en/friends.ts";
import { guardians as enGuardians } from "./en/guardians.ts";
import { home as enHome } from "./en/home.ts";
import { inbox as enInbox } from "./en/inbox.ts";
import { links as enLinks } from "./en/links.ts";
import { lobby as enLobby } from "./en/lobby.ts";
import { offline as enOffline } from "./en/offline.ts";
import { people as enPeople } from "./en/people.ts";
import { presence as enPresence } from "./en/presence.ts";
import { privacy as enPrivacy } from "./en/privacy.ts";
import { progress as enProgress } from "./en/progress.ts";
import { result as enResult } from "./en/result.ts";
import { security as enSecurity } from "./en/security.ts";
import { sharing as enSharing } from "./en/sharing.ts";
import { shell as enShell } from "./en/shell.ts";
import { skills as enSkills } from "./en/skills.ts";
import { tutoring as enTutoring } from "./en/tutoring.ts";
import { welcome as enWelcome } from "./en/welcome.ts";
import { account as esAccount } from "./es/account.ts";
import { achievements as esAchievements } from "./es/achievements.ts";
import { activity as esActivity } from "./es/activity.ts";
import { boards as esBoards } from "./es/boards.ts";
import { cards as esCards } from "./es/cards.ts";
import { cohort as esCohort } from "./es/cohort.ts";
import { deck as esDeck } from "./es/deck.ts";
import { family as esFamily } from "./es/family.ts";
import { friends as esFriends } from "./es/friends.ts";
import { guardians as esGuardians } from "./es/guardians.ts";
import { home as esHome } from "./es/home.ts";
import { inbox as esInbox } from "./es/inbox.ts";
import { links as esLinks } from "./es/links.ts";
import { lobby as esLobby } from "./es/lobby.ts";
import { offline as esOffline } from "./es/offline.ts";
import { people as esPeople } from "./es/people.ts";
import { presence as esPresence } from "./es/presence.ts";
import { privacy as esPrivacy } from "./es/privacy.ts";
import { progress as esProgress } from "./es/progress.ts";
import { result as esResult } from "./es/result.ts";
import { security as esSecurity } from "./es/security.ts";
import { sharing as esSharing } from "./es/sharing.ts";
import { shell as esShell } from "./es/shell.ts";
import { skills as esSkills } from "./es/skills.ts";
import { tutoring as esTutoring } from "./es/tutoring.ts";
import { welcome as esWelcome } from "./es/welcome.ts";
import { account as frAccount } from "./fr/account.ts";
import { achievements as frAchievements } from "./fr/achievements.ts";
import { activity as frActivity } from "./fr/activity.ts";
import { boards as frBoards } from "./fr/boards.ts";
import { cards as frCards } from "./fr/cards.ts";
import { cohort as frCohort } from "./fr/cohort.ts";
import { deck as frDeck } from "./fr/deck.ts";
import { family as frFamily } from "./fr/family.ts";
import { friends as frFriends } from "./fr/friends.ts";
import { guardians as frGuardians } from "./fr/guardians.ts";
import { home as frHome } from "./fr/home.ts";
import { inbox as frInbox } from "./fr/inbox.ts";
import { links as frLinks } from "./fr/links.ts";
import { lobby as frLobby } from "./fr/lobby.ts";
import { offline as frOffline } from "./fr/offline.ts";
import { people as frPeople } from "./fr/people.ts";
import { presence as frPresence } from "./fr/presence.ts";
import { privacy as frPrivacy } from "./fr/privacy.ts";
import { progress as frProgress } from "./fr/progress.ts";
import { result as frResult } from "./fr/result.ts";
import { security as frSecurity } from "./fr/security.ts";
import { sharing as frSharing } from "./fr/sharing.ts";
import { shell as frShell } from "./fr/shell.ts";
import { skills as frSkills } from "./fr/skills.ts";
import { tutoring as frTutoring } from "./fr/tutoring.ts";
import { welcome as frWelcome } from "./fr/welcome.ts";
import { withFrenchSpaces } from "./french-spaces.ts";
import type { Locale } from "./locale.ts";
import type { Dictionary } from "./message.ts";

/** The operator's pages: no other language has them, and they are said in English everywhere. */
export const englishOnly = {
  admin,
  adminMetrics,
  adminExperiments,
  adminOperations,
  adminPeople,
};

const en = {
  ...englishOnly,
  shell: enShell,
  welcome: enWelcome,
  deck: enDeck,
  sharing: enSharing,
  people: enPeople,
  guardians: enGuardians,
  cards: enCards,
  cohort: enCohort,
  skills: enSkills,
  result: enResult,
  inbox: enInbox,
  account: enAccount,
  family: enFamily,
  links: enLinks,
  offline: enOffline,
  privacy: enPrivacy,
  security: enSecurity,
  tutoring: enTutoring,
  activity: enActivity,
  boards: enBoards,
  lobby: enLobby,
  presence: enPresence,
  achievements: enAchievements,
  friends: enFriends,
  home: enHome,
  progress: enProgress,
};

/** English is where keys, placeholders and marked parts come from. */
export type English = typeof en;
export type Namespace = keyof English;

/** The language that a namespace is said in on a page of this language. */
export function localeOf(namespace: Namespace, locale: Locale): Locale {
  return namespace in englishOnly ? "en" : locale;
}

export const dictionaries: Record<Locale, Record<Namespace, Dictionary>> = {
  en,
  es: {
    ...englishOnly,
    shell: esShell,
    welcome: esWelcome,
    deck: esDeck,
    sharing: esSharing,
    people: esPeople,
    guardians: esGuardians,
    cards: esCards,
    cohort: esCohort,
    skills: esSkills,
    result: esResult,
    inbox: esInbox,
    account: esAccount,
    family: esFamily,
    links: esLinks,
    offline: esOffline,
    privacy: esPrivacy,
    security: esSecurity,
    tutoring: esTutoring,
    activity: esActivity,
    boards: esBoards,
    lobby: esLobby,
    presence: esPresence,
    achievements: esAchievements,
    friends: esFriends,
    home: esHome,
    progress: esProgress,
  },
  fr: {
    ...englishOnly,
    shell: withFrenchSpaces(frShell),
    welcome: withFrenchSpaces(frWelcome),
    deck: withFrenchSpaces(frDeck),
    sharing: withFrenchSpaces(frSharing),
    people: withFrenchSpaces(frPeople),
    guardians: withFrenchSpaces(frGuardians),
    cards: withFrenchSpaces(frCards),
    cohort: withFrenchSpaces(frCohort),
    skills: withFrenchSpaces(frSkills),
    result: withFrenchSpaces(frResult),
    inbox: withFrenchSpaces(frInbox),
    account: withFrenchSpaces(frAccount),
    family: withFrenchSpaces(frFamily),
    links: withFrenchSpaces(frLinks),
    offline: withFrenchSpaces(frOffline),
    privacy: withFrenchSpaces(frPrivacy),
    security: withFrenchSpaces(frSecurity),
    tutoring: withFrenchSpaces(frTutoring),
    activity: withFrenchSpaces(frActivity),
    boards: withFrenchSpaces(frBoards),
    lobby: withFrenchSpaces(frLobby),
    presence: withFrenchSpaces(frPresence),
    achievements: withFrenchSpaces(frAchievements),
    friends: withFrenchSpaces(frFriends),
    home: withFrenchSpaces(frHome),
    progress: withFrenchSpaces(frProgress),
  },
};
