/** The rows of a board, and one's own row that is always in sight. */
import { clsx } from "clsx";
import type { Outputs } from "#app/trpc.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { formatCount } from "#app/ui/time-format.ts";
import { useWords } from "#app/words/use-words.ts";
import { useRankMoves } from "./use-rank-moves.ts";

export type Board = Outputs["leaderboards"]["view"];
type BoardRow = Board["top"][number];

/** One's own row stays in sight while the list scrolls past it, above or below. */
export function Standings({ rows }: { rows: readonly BoardRow[] }) {
  const t = useWords("boards");
  const list = useRankMoves<HTMLOListElement>(rows.map((row) => row.handle));
  return (
    <ol ref={list} className="grid grid-cols-1 gap-2">
      {rows.map((row) => (
        <li
          key={row.handle}
          data-handle={row.handle}
          className={clsx(
            "flex min-h-16 items-center gap-3 rounded-block px-3 py-2 sm:gap-4 sm:px-4",
            row.you
              ? "sticky top-20 bottom-20 z-1 bg-sun text-on-sun shadow-lg md:bottom-4"
              : "border border-line bg-card",
          )}
        >
          <Rank rank={row.rank} you={row.you} />
          <Avatar seed={row.alias} className="size-11" />
          <span className="min-w-0 grow font-bold leading-tight">
            {row.alias}
            {row.you ? (
              <span className="font-normal">
                {" · "}
                {t("you")}
              </span>
            ) : null}
          </span>
          <Points score={row.score} />
        </li>
      ))}
    </ol>
  );
}

const medals = [
  "bg-[#ffd54a] text-[#3a2900]",
  "bg-[#cfdbe0] text-[#1e2d33]",
  "bg-[#e9a877] text-[#38190a]",
];

export function Rank({ rank, you }: { rank: number; you: boolean }) {
  const t = useWords("boards");
  const medal = medals[rank - 1];
  return (
    <span
      className={clsx(
        "flex h-9 w-11 shrink-0 items-center justify-center font-display font-extrabold",
        medal && "rounded-[46%_54%_50%_50%/54%_46%_54%_46%] border-2 border-on-stone/25",
        medal,
        !medal && !you && "text-soft",
      )}
    >
      <span className="sr-only">{`${t("rank")} `}</span>
      {formatCount(rank, t.locale)}
    </span>
  );
}

export function Points({ score }: { score: number }) {
  const t = useWords("boards");
  return (
    <span className="whitespace-nowrap text-end font-display font-extrabold text-lg">
      {formatCount(score, t.locale)}
      <span className="font-bold text-sm opacity-75 max-sm:sr-only">
        {` ${t("points", { count: score })}`}
      </span>
    </span>
  );
}

/** For who is not among the rows: below them, and in sight while they scroll. */
export function OwnRow({ you, alias }: { you: NonNullable<Board["you"]>; alias: string }) {
  const t = useWords("boards");
  return (
    <div className="sticky bottom-20 mt-3 flex min-h-16 items-center gap-3 rounded-block bg-sun px-3 py-2 text-on-sun shadow-lg sm:gap-4 sm:px-4 md:bottom-4">
      <Rank rank={you.rank} you />
      <Avatar seed={alias} className="size-11" />
      <span className="min-w-0 grow font-bold leading-tight">
        {alias}
        <span className="font-normal">
          {" · "}
          {t("you")}
        </span>
      </span>
      <Points score={you.score} />
    </div>
  );
}
