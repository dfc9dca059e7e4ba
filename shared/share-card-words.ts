/** Every word that can stand on a share card, chosen by its fields. */
import type { CardFields } from "./share-card.ts";
import { type Loop, loopNames, type Persona, subjectNames } from "./vocabulary.ts";

export interface CardWords {
  /** The small line above: what this is. */
  kicker: string;
  headline: string;
  /** The line below: what awaits whoever comes. */
  line: string;
  /** The name of the subject, or what stands in its place. */
  subject: string;
  /** Empty without a streak. */
  streak: string;
}

const kickers: Record<Persona, Record<Loop, string>> = {
  student: {
    buddy_challenge: "A challenge from a study buddy",
    results_rally: "Fresh from a study buddy",
    proud_parent: "A proud moment at home",
    tutor_spotlight: "Learnt with a good tutor",
  },
  parent: {
    buddy_challenge: "A challenge from a proud parent",
    results_rally: "Fresh from a proud parent",
    proud_parent: "A moment worth sharing",
    tutor_spotlight: "A tutor that parents pass on",
  },
  tutor: {
    buddy_challenge: "A challenge from a tutor",
    results_rally: "Fresh from a tutor's group",
    proud_parent: "A tutor is proud of this one",
    tutor_spotlight: "From a tutor's desk",
  },
};

const headlines: Record<Loop, { scored(score: number): string; plain: string }> = {
  buddy_challenge: {
    scored: (score) => (score === 5 ? "Can you match 5 of 5?" : `Can you beat ${score} of 5?`),
    plain: "Can you get five of five?",
  },
  results_rally: {
    scored: (score) => `${score} of 5 right. And you?`,
    plain: "How many of five will you get?",
  },
  proud_parent: {
    scored: (score) =>
      score === 5 ? "All five right. Hooray!" : `${score} of 5 right. Well done!`,
    plain: "Five questions to be proud of.",
  },
  tutor_spotlight: {
    scored: (score) => `${score} of 5 right. Your turn?`,
    plain: "Try five questions of mine.",
  },
};

export function cardWords(fields: CardFields): CardWords {
  const { persona, loop, subject, score, streakDays } = fields;
  const headline = headlines[loop];
  return {
    kicker: kickers[persona][loop],
    headline: score === 0 ? headline.plain : headline.scored(score),
    line: "Five quick questions. No account needed.",
    subject: subject === "any" ? loopNames[loop] : subjectNames[subject],
    streak: streakDays === 0 ? "" : `${streakDays}+ days in a row`,
  };
}

/** The card in one sentence, for whoever does not see it. */
export function cardAlt(fields: CardFields): string {
  const { kicker, headline, subject, streak } = cardWords(fields);
  return [`${kicker}, ${subject}: ${headline}`, streak && `${streak}.`].filter(Boolean).join(" ");
}
