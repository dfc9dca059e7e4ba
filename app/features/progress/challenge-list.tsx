/** Buddy challenges that were taken up: who won, and by how much. */
import { rich } from "#app/words/rich.tsx";
import { useWords } from "#app/words/use-words.ts";
import type { Progress } from "./level-bar.tsx";

type SeenChallenge = Progress["challenges"]["latest"][number];

interface ChallengeListProps {
  challenges: Progress["challenges"];
  deckTitles: Readonly<Record<string, string>>;
}

export function ChallengeList({ challenges, deckTitles }: ChallengeListProps) {
  const t = useWords("progress");
  const { won, lost, drawn, latest } = challenges;
  if (latest.length === 0) return null;
  return (
    <div>
      <h3 className="text-head">{t("challenges")}</h3>
      <p className="text-soft">
        {drawn > 0 ? t("tally_drawn", { won, lost, drawn }) : t("tally", { won, lost })}
      </p>
      <ul className="mt-2 divide-y divide-line">
        {latest.slice(0, 3).map((seen) => (
          <li key={`${seen.deckId} ${seen.decidedAt}`} className="py-2.5">
            <Outcome seen={seen} deck={deckTitles[seen.deckId] ?? t("a_deck")} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Outcome({ seen, deck }: { seen: SeenChallenge; deck: string }) {
  const t = useWords("progress");
  const { you, rival, outcome } = seen;
  const byTime = outcome !== "drawn" && you.score === rival.score;
  const parts = {
    deck,
    whom: rival.alias ?? t("a_guest"),
    b: (text: string) => <strong>{text}</strong>,
  };
  if (byTime) return rich(t, `challenge_${outcome}_time`, parts);
  return rich(t, `challenge_${outcome}`, { ...parts, you: you.score, rival: rival.score });
}
