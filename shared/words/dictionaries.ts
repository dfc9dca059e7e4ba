/** All words of all languages: only the server reads this, pages are sent what they show. */

import { achievements as enAchievements } from "./en/achievements.ts";
import { cards as enCards } from "./en/cards.ts";
import { cohort as enCohort } from "./en/cohort.ts";
import { deck as enDeck } from "./en/deck.ts";
import { friends as enFriends } from "./en/friends.ts";
import { guardians as enGuardians } from "./en/guardians.ts";
import { home as enHome } from "./en/home.ts";
import { keys as enKeys } from "./en/keys.ts";
import { people as enPeople } from "./en/people.ts";
import { progress as enProgress } from "./en/progress.ts";
import { result as enResult } from "./en/result.ts";
import { sharing as enSharing } from "./en/sharing.ts";
import { shell as enShell } from "./en/shell.ts";
import { skills as enSkills } from "./en/skills.ts";
import { welcome as enWelcome } from "./en/welcome.ts";
import { achievements as esAchievements } from "./es/achievements.ts";
import { cards as esCards } from "./es/cards.ts";
import { cohort as esCohort } from "./es/cohort.ts";
import { deck as esDeck } from "./es/deck.ts";
import { friends as esFriends } from "./es/friends.ts";
import { guardians as esGuardians } from "./es/guardians.ts";
import { home as esHome } from "./es/home.ts";
import { keys as esKeys } from "./es/keys.ts";
import { people as esPeople } from "./es/people.ts";
import { progress as esProgress } from "./es/progress.ts";
import { result as esResult } from "./es/result.ts";
import { sharing as esSharing } from "./es/sharing.ts";
import { shell as esShell } from "./es/shell.ts";
import { skills as esSkills } from "./es/skills.ts";
import { welcome as esWelcome } from "./es/welcome.ts";
import { achievements as frAchievements } from "./fr/achievements.ts";
import { cards as frCards } from "./fr/cards.ts";
import { cohort as frCohort } from "./fr/cohort.ts";
import { deck as frDeck } from "./fr/deck.ts";
import { friends as frFriends } from "./fr/friends.ts";
import { guardians as frGuardians } from "./fr/guardians.ts";
import { home as frHome } from "./fr/home.ts";
import { keys as frKeys } from "./fr/keys.ts";
import { people as frPeople } from "./fr/people.ts";
import { progress as frProgress } from "./fr/progress.ts";
import { result as frResult } from "./fr/result.ts";
import { sharing as frSharing } from "./fr/sharing.ts";
import { shell as frShell } from "./fr/shell.ts";
import { skills as frSkills } from "./fr/skills.ts";
import { welcome as frWelcome } from "./fr/welcome.ts";
import { withFrenchSpaces } from "./french-spaces.ts";
import type { Locale } from "./locale.ts";
import type { Dictionary } from "./message.ts";

const en = {
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
  achievements: enAchievements,
  friends: enFriends,
  home: enHome,
  keys: enKeys,
  progress: enProgress,
};

/** English is where keys, placeholders and marked parts come from. */
export type English = typeof en;
export type Namespace = keyof English;

export const dictionaries: Record<Locale, Record<Namespace, Dictionary>> = {
  en,
  es: {
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
    achievements: esAchievements,
    friends: esFriends,
    home: esHome,
    keys: esKeys,
    progress: esProgress,
  },
  fr: {
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
    achievements: withFrenchSpaces(frAchievements),
    friends: withFrenchSpaces(frFriends),
    home: withFrenchSpaces(frHome),
    keys: withFrenchSpaces(frKeys),
    progress: withFrenchSpaces(frProgress),
  },
};
