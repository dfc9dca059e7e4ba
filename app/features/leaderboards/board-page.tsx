/** A leaderboard that moves while one looks: the first fifty or who is near, and one's own row. */
import type { ReactNode } from "react";
import { Cairn } from "#app/ui/art/cairn.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LiveSign, type LiveState } from "#app/ui/live-sign.tsx";
import { Page } from "#app/ui/page.tsx";
import { formatCount, plural } from "#app/ui/time-format.ts";
import { useOnline } from "#app/ui/use-online.ts";
import { subjectNames } from "#shared/vocabulary.ts";
import { BoardCondition } from "./board-condition.tsx";
import { type Board, OwnRow, Standings } from "./board-rows.tsx";
import {
  type BoardAddress,
  boardPath,
  PeriodTabs,
  periodWords,
  SubjectLinks,
  ViewTabs,
} from "./board-tabs.tsx";
import { LastWinners } from "./last-winners.tsx";
import { useRankNews } from "./use-rank-news.ts";

interface BoardPageProps
  extends BoardAddress,
    Pick<Board, "state" | "you" | "players" | "last" | "periodStart"> {
  top: readonly Board["top"][number][];
  around: readonly Board["top"][number][];
  live: LiveState;
  /** The person's alias; null for guests. */
  alias: string | null;
  /** A deck of this subject. */
  deckId: string | null;
  /** Who is in the subject now. */
  here: ReactNode;
}

export function BoardPage(props: BoardPageProps) {
  const { subject, period, players, you, state } = props;
  const news = useRankNews(you, players);
  return (
    <Page>
      <div
        data-subject={subject}
        className="relative overflow-hidden rounded-stone bg-stone p-6 pr-32 text-on-stone sm:min-h-40 sm:p-9 sm:pr-52"
      >
        <h1 className="text-title">{`${subjectNames[subject]} board`}</h1>
        <p className="mt-1 text-lede">{`${periodWords[period].lede} ${players === 0 ? "The top stone is still free." : `${plural(players, "player")}.`}`}</p>
        <Cairn className="absolute right-3 bottom-0 h-28 sm:right-10 sm:h-36" />
      </div>
      <SubjectLinks {...props} />
      <p role="status" className="sr-only">
        {news}
      </p>
      <BoardCondition state={state} to={boardPath(props)} period={period} />
      <div className="mt-6 grid grid-cols-1 items-start gap-6 lg:grid-cols-[1.6fr_1fr]">
        <BoardList {...props} />
        <div className="grid grid-cols-1 gap-6 lg:sticky lg:top-24">
          {players === 0 ? null : <OwnCard {...props} />}
          {props.here}
          {props.last ? <LastWinners period={period} winners={props.last.winners} /> : null}
        </div>
      </div>
    </Page>
  );
}

function BoardList(props: BoardPageProps) {
  const { period, you, state, live } = props;
  const online = useOnline();
  const view = you ? props.view : "top";
  const rows = view === "around" ? props.around : props.top;
  return (
    <section aria-labelledby="standings">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 id="standings" className="sr-only">
          Standings
        </h2>
        <PeriodTabs {...props} />
        {you ? <ViewTabs {...props} /> : null}
        {state === "frozen" || !online ? null : <LiveSign live={live} />}
      </div>
      {rows.length === 0 ? (
        <EmptyState
          title={periodWords[period].empty}
          text="Whoever finishes a deck now stands here first. That could be you, in about a minute."
        >
          <ButtonLink to={playPath(props)} tone="sun">
            {`Play ${subjectNames[props.subject]}`}
          </ButtonLink>
        </EmptyState>
      ) : (
        <Standings key={`${boardPath(props)} ${props.periodStart}`} rows={rows} />
      )}
      {you && !rows.some((row) => row.you) ? (
        <OwnRow you={you} alias={props.alias ?? "You"} />
      ) : null}
    </section>
  );
}

function playPath({ deckId }: Pick<BoardPageProps, "deckId">): string {
  return deckId ? `/fvm/${deckId}` : "/home";
}

function OwnCard({ subject, period, you, alias, deckId, players }: BoardPageProps) {
  return (
    <aside aria-labelledby="own" className="rounded-stone bg-river-soft p-6">
      <h2 id="own" className="text-head">
        {you ? `You are number ${formatCount(you.rank)}` : "You are not on it yet"}
      </h2>
      <p className="mt-1 text-soft">
        {you
          ? `of ${formatCount(players)}, with ${formatCount(you.score)} points ${periodWords[period].tab.toLowerCase()}. Every finished deck adds some.`
          : "Finish one deck of this subject, and your creature stands here."}
      </p>
      {you && you.place < you.rank ? (
        <p className="mt-2 text-soft">
          {`You share place ${formatCount(you.place)} with others who have as many points. Who got there first stands higher.`}
        </p>
      ) : null}
      <div className="mt-4 flex flex-wrap gap-3">
        <ButtonLink to={playPath({ deckId })} tone="river">
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
