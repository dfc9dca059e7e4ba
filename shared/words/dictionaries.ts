/** All words of all languages: only the server reads this, pages are sent what they show. */

import { activity as enActivity } from "./en/activity.ts";
import { boards as enBoards } from "./en/boards.ts";
import { cards as enCards } from "./en/cards.ts";
import { cohort as enCohort } from "./en/cohort.ts";
import { deck as enDeck } from "./en/deck.ts";
import { guardians as enGuardians } from "./en/guardians.ts";
import { lobby as enLobby } from "./en/lobby.ts";
import { people as enPeople } from "./en/people.ts";
import { presence as enPresence } from "./en/presence.ts";
import { result as enResult } from "./en/result.ts";
import { sharing as enSharing } from "./en/sharing.ts";
import { shell as enShell } from "./en/shell.ts";
import { skills as enSkills } from "./en/skills.ts";
import { welcome as enWelcome } from "./en/welcome.ts";
import { activity as esActivity } from "./es/activity.ts";
import { boards as esBoards } from "./es/boards.ts";
import { cards as esCards } from "./es/cards.ts";
import { cohort as esCohort } from "./es/cohort.ts";
import { deck as esDeck } from "./es/deck.ts";
import { guardians as esGuardians } from "./es/guardians.ts";
import { lobby as esLobby } from "./es/lobby.ts";
import { people as esPeople } from "./es/people.ts";
import { presence as esPresence } from "./es/presence.ts";
import { result as esResult } from "./es/result.ts";
import { sharing as esSharing } from "./es/sharing.ts";
import { shell as esShell } from "./es/shell.ts";
import { skills as esSkills } from "./es/skills.ts";
import { welcome as esWelcome } from "./es/welcome.ts";
import { activity as frActivity } from "./fr/activity.ts";
import { boards as frBoards } from "./fr/boards.ts";
import { cards as frCards } from "./fr/cards.ts";
import { cohort as frCohort } from "./fr/cohort.ts";
import { deck as frDeck } from "./fr/deck.ts";
import { guardians as frGuardians } from "./fr/guardians.ts";
import { lobby as frLobby } from "./fr/lobby.ts";
import { people as frPeople } from "./fr/people.ts";
import { presence as frPresence } from "./fr/presence.ts";
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
  activity: enActivity,
  boards: enBoards,
  lobby: enLobby,
  presence: enPresence,
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
    activity: esActivity,
    boards: esBoards,
    lobby: esLobby,
    presence: esPresence,
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
    activity: withFrenchSpaces(frActivity),
    boards: withFrenchSpaces(frBoards),
    lobby: withFrenchSpaces(frLobby),
    presence: withFrenchSpaces(frPresence),
  },
};
