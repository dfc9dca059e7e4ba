/** Which decks exist, and their subjects; the decks themselves stay on the server. */
import type { Subject } from "./vocabulary.ts";

export const deckSubjects: Readonly<Record<string, Subject>> = {
  "alg-linear-equations": "algebra",
  "alg-expressions": "algebra",
  "geo-angles": "geometry",
  "geo-area": "geometry",
  "bio-cells": "biology",
  "bio-heredity": "biology",
  "chem-atoms": "chemistry",
  "chem-reactions": "chemistry",
  "phy-motion": "physics",
  "phy-energy": "physics",
  "read-inference": "reading",
  "read-main-idea": "reading",
  "vocab-context": "vocabulary",
  "vocab-roots": "vocabulary",
  "sat-ratios": "sat_math",
  "sat-functions": "sat_math",
};
