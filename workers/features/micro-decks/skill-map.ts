/** How each skill of a subject went in a person's last runs. */
import type { Deck } from "./deck.ts";
import { type Answers, scoreBySkill } from "./deck-run.ts";

export interface SkillMap {
  /** Oldest first. `at` in milliseconds since 1970. */
  runs: { deckId: string; title: string; at: number }[];
  /** One cell for each run; null where its deck does not train the skill. */
  skills: { skill: string; cells: ({ correct: number; total: number } | null)[] }[];
}

/** `runs`: newest first. Skills stand in the order in which the newest runs have them. */
export function mapSkills(runs: readonly { deck: Deck; answers: Answers; at: number }[]): SkillMap {
  const scored = runs.map((run) => ({ ...run, scores: scoreBySkill(run.deck, run.answers) }));
  const skills = new Set(scored.flatMap(({ scores }) => scores.map(({ skill }) => skill)));
  const oldestFirst = [...scored].reverse();
  return {
    runs: oldestFirst.map(({ deck, at }) => ({ deckId: deck.id, title: deck.title, at })),
    skills: [...skills].map((skill) => ({
      skill,
      cells: oldestFirst.map(({ scores }) => {
        const found = scores.find((score) => score.skill === skill);
        return found ? { correct: found.correct, total: found.total } : null;
      }),
    })),
  };
}
