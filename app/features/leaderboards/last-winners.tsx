/** Who won the period before: final, whatever happens now. */
import { Avatar } from "#app/ui/avatar.tsx";
import { useWords } from "#app/words/use-words.ts";
import type { Period } from "#shared/vocabulary.ts";
import { type Board, Points, Rank } from "./board-rows.tsx";

interface LastWinnersProps {
  period: Period;
  winners: NonNullable<Board["last"]>["winners"];
}

export function LastWinners({ period, winners }: LastWinnersProps) {
  const t = useWords("boards");
  return (
    <section
      aria-labelledby="winners"
      className="rounded-stone border border-line bg-card p-5 sm:p-6"
    >
      <h2 id="winners" className="text-head">
        {t(period === "daily" ? "won_daily" : "won_weekly")}
      </h2>
      <ol className="mt-3 grid grid-cols-1 gap-1">
        {winners.map(({ alias, rank, score }) => (
          <li key={rank} className="flex min-h-14 items-center gap-3">
            <Rank rank={rank} you={false} />
            <Avatar seed={alias} className="size-10" />
            <span className="min-w-0 grow truncate font-bold">{alias}</span>
            <Points score={score} />
          </li>
        ))}
      </ol>
    </section>
  );
}
