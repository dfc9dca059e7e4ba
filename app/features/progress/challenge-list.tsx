/** Buddy challenges that were taken up: who won, and by how much. */
import type { Progress } from "./level-bar.tsx";

type SeenChallenge = Progress["challenges"]["latest"][number];

interface ChallengeListProps {
  challenges: Progress["challenges"];
  deckTitles: Readonly<Record<string, string>>;
}

export function ChallengeList({ challenges, deckTitles }: ChallengeListProps) {
  const { won, lost, drawn, latest } = challenges;
  if (latest.length === 0) return null;
  return (
    <div>
      <h3 className="text-head">Buddy Challenges</h3>
      <p className="text-soft">{tally({ won, lost, drawn })}</p>
      <ul className="mt-2 divide-y divide-line">
        {latest.slice(0, 3).map((seen) => (
          <li key={`${seen.deckId} ${seen.decidedAt}`} className="py-2.5">
            <strong>{outcomes[seen.outcome]}</strong>
            {` in ${deckTitles[seen.deckId] ?? "a deck"}, ${resultWords(seen)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

const outcomes = { won: "You won", lost: "Your buddy won", drawn: "A draw" };

function tally(counts: { won: number; lost: number; drawn: number }): string {
  const draw = counts.drawn > 0 ? `, ${counts.drawn} drawn` : "";
  return `${counts.won} won, ${counts.lost} lost${draw}`;
}

function resultWords({ you, rival, outcome }: SeenChallenge): string {
  const whom = rival.alias ?? "a guest";
  if (outcome !== "drawn" && you.score === rival.score) return `by time, against ${whom}.`;
  return `${you.score} to ${rival.score} against ${whom}.`;
}
