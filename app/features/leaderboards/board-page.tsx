/** A leaderboard that moves while one looks: the first fifty, and always one's own row. */
import { Link, NavLink } from "@remix-run/react";
import { clsx } from "clsx";
import type { Outputs } from "#app/trpc.ts";
import { Cairn } from "#app/ui/art/cairn.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LiveSign, type LiveState } from "#app/ui/live-sign.tsx";
import { Page } from "#app/ui/page.tsx";
import { formatCount, plural } from "#app/ui/time-format.ts";
import { type Period, periods, type Subject, subjectNames, subjects } from "#shared/vocabulary.ts";
import { useRankMoves } from "./use-rank-moves.ts";

type Board = Outputs["leaderboards"]["view"];
export type BoardRow = Board["top"][number];

interface BoardPageProps {
  subject: Subject;
  period: Period;
  top: readonly BoardRow[];
  you: Board["you"];
  players: number;
  live: LiveState;
  /** The person's alias; null for guests. */
  alias: string | null;
  /** A deck of this subject. */
  deckId: string | null;
}

export function BoardPage(props: BoardPageProps) {
  const { subject, period, top, you, players, live } = props;
  return (
    <Page>
      <div
        data-subject={subject}
        className="relative overflow-hidden rounded-stone bg-stone p-6 pr-32 text-on-stone sm:min-h-40 sm:p-9 sm:pr-52"
      >
        <h1 className="text-title">{`${subjectNames[subject]} board`}</h1>
        <p className="mt-1 text-lede">{`${periodWords[period].lede} ${plural(players, "player")}.`}</p>
        <Cairn className="absolute right-3 bottom-0 h-28 sm:right-10 sm:h-36" />
      </div>
      <SubjectLinks subject={subject} period={period} />
      <div className="mt-6 grid grid-cols-1 items-start gap-6 lg:grid-cols-[1.6fr_1fr]">
        <section aria-labelledby="standings">
          <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
            <h2 id="standings" className="sr-only">
              Standings
            </h2>
            <PeriodTabs subject={subject} period={period} />
            <LiveSign live={live} />
          </div>
          {top.length === 0 ? (
            <EmptyState
              title={periodWords[period].empty}
              text="Whoever finishes a deck now stands here first."
            />
          ) : (
            <Standings top={top} />
          )}
          {you && !top.some((row) => row.you) ? (
            <OwnRow you={you} alias={props.alias ?? "You"} />
          ) : null}
        </section>
        <OwnCard {...props} />
      </div>
    </Page>
  );
}

const periodWords: Record<Period, { tab: string; lede: string; empty: string }> = {
  daily: { tab: "Today", lede: "Points of today.", empty: "Nobody has played today" },
  weekly: { tab: "This week", lede: "Points since Monday.", empty: "Nobody has played this week" },
  all_time: { tab: "All time", lede: "All points ever.", empty: "Nobody has played yet" },
};

function PeriodTabs({ subject, period }: Pick<BoardPageProps, "subject" | "period">) {
  return (
    <nav aria-label="Period" className="inline-flex rounded-full bg-well p-1">
      {periods.map((name) => (
        <Link
          key={name}
          to={`/leaderboards/${subject}?period=${name}`}
          aria-current={name === period ? "page" : undefined}
          preventScrollReset
          className={clsx(
            "inline-flex min-h-11 items-center rounded-full px-3.5 font-bold sm:px-4",
            name === period
              ? "bg-card text-river shadow-[0_1px_3px_rgb(0_0_0/0.18)]"
              : "text-soft hover:text-ink",
          )}
        >
          {periodWords[name].tab}
        </Link>
      ))}
    </nav>
  );
}

function SubjectLinks({ subject, period }: Pick<BoardPageProps, "subject" | "period">) {
  return (
    <nav aria-label="Subject" className="-mx-5 mt-5 overflow-x-auto px-5 py-1 sm:mx-0 sm:px-1">
      <ul className="flex w-max gap-2 sm:w-auto sm:flex-wrap">
        {subjects.map((name) => (
          <li key={name}>
            <NavLink
              to={`/leaderboards/${name}?period=${period}`}
              data-subject={name}
              preventScrollReset
              className={clsx(
                "inline-flex min-h-11 items-center rounded-full border-2 px-4 font-bold whitespace-nowrap",
                name === subject
                  ? "border-stone bg-stone text-on-stone"
                  : "border-line bg-card text-ink hover:border-stone",
              )}
            >
              {subjectNames[name]}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Standings({ top }: { top: readonly BoardRow[] }) {
  const list = useRankMoves<HTMLOListElement>(top.map((row) => row.handle));
  return (
    <ol ref={list} className="grid grid-cols-1 gap-2">
      {top.map((row) => (
        <li
          key={row.handle}
          data-handle={row.handle}
          className={clsx(
            "flex min-h-16 items-center gap-3 rounded-block px-3 py-2 sm:gap-4 sm:px-4",
            row.you ? "bg-sun text-on-sun" : "border border-line bg-card",
          )}
        >
          <Rank rank={row.rank} you={row.you} />
          <Avatar seed={row.alias} className="size-11" />
          <span className="min-w-0 grow truncate font-bold">
            {row.alias}
            {row.you ? <span className="font-normal">{" · you"}</span> : null}
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

function Rank({ rank, you }: { rank: number; you: boolean }) {
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
      <span className="sr-only">Rank </span>
      {formatCount(rank)}
    </span>
  );
}

function Points({ score }: { score: number }) {
  return (
    <span className="whitespace-nowrap text-right font-display font-extrabold text-lg">
      {formatCount(score)}
      <span className="font-bold text-sm opacity-75 max-sm:sr-only"> points</span>
    </span>
  );
}

/** Below the list, and in sight while the list scrolls. */
function OwnRow({ you, alias }: { you: NonNullable<Board["you"]>; alias: string }) {
  return (
    <div className="sticky bottom-20 mt-3 flex min-h-16 items-center gap-3 rounded-block bg-sun px-3 py-2 text-on-sun shadow-lg sm:gap-4 sm:px-4 md:bottom-4">
      <Rank rank={you.rank} you />
      <Avatar seed={alias} className="size-11" />
      <span className="min-w-0 grow truncate font-bold">
        {alias}
        <span className="font-normal">{" · you"}</span>
      </span>
      <Points score={you.score} />
    </div>
  );
}

function OwnCard({ subject, period, you, alias, deckId, players }: BoardPageProps) {
  const play = deckId ? `/fvm/${deckId}` : "/home";
  return (
    <aside aria-labelledby="own" className="rounded-stone bg-river-soft p-6 lg:sticky lg:top-24">
      <h2 id="own" className="text-head">
        {you ? `You are number ${formatCount(you.rank)}` : "You are not on it yet"}
      </h2>
      <p className="mt-1 text-soft">
        {you
          ? `of ${formatCount(players)}, with ${formatCount(you.score)} points ${periodWords[period].tab.toLowerCase()}. Every finished deck adds some.`
          : "Finish one deck of this subject, and your creature stands here."}
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <ButtonLink to={play} tone="river">
          {`Play ${subjectNames[subject]}`}
        </ButtonLink>
        {alias ? null : (
          <ButtonLink to={`/join?${new URLSearchParams({ returnTo: `/leaderboards/${subject}` })}`}>
            Join
          </ButtonLink>
        )}
      </div>
    </aside>
  );
}
