/** A leaderboard that moves while one looks: the first fifty or who is near, and one's own row. */
import type { ReactNode } from "react";
import { Cairn } from "#app/ui/art/cairn.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LiveSign, type LiveState } from "#app/ui/live-sign.tsx";
import { Page } from "#app/ui/page.tsx";
import { useOnline } from "#app/ui/use-online.ts";
import { useWords } from "#app/words/use-words.ts";
import { BoardCondition } from "./board-condition.tsx";
import { type Board, OwnRow, Standings } from "./board-rows.tsx";
import { type BoardAddress, boardPath, PeriodTabs, SubjectLinks, ViewTabs } from "./board-tabs.tsx";
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
  const t = useWords("boards");
  const s = useWords("shell");
  const news = useRankNews(you, players);
  return (
    <Page>
      <div
        data-subject={subject}
        className="relative overflow-hidden rounded-stone bg-stone p-6 pe-32 text-on-stone sm:min-h-40 sm:p-9 sm:pe-52"
      >
        <h1 className="text-title">{t("title", { subject: s(`subject_${subject}`) })}</h1>
        <p className="mt-1 text-lede">
          {`${t(`lede_${period}`)} ${players === 0 ? t("top_free") : `${t("players", { count: players })}.`}`}
        </p>
        <Cairn className="absolute end-3 bottom-0 h-28 sm:end-10 sm:h-36" />
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
  const t = useWords("boards");
  const s = useWords("shell");
  const { period, subject, you } = props;
  const view = you ? props.view : "top";
  const rows = view === "around" ? props.around : props.top;
  return (
    <section aria-labelledby="standings">
      <h2 id="standings" className="sr-only">
        {t("standings")}
      </h2>
      <BoardControls {...props} />
      {rows.length === 0 ? (
        <EmptyState title={t(`empty_${period}`)} text={t("empty_text")}>
          <ButtonLink to={playPath(props)} tone="sun">
            {t("play", { subject: s(`subject_${subject}`) })}
          </ButtonLink>
        </EmptyState>
      ) : (
        <Standings key={`${boardPath(props)} ${props.periodStart}`} rows={rows} />
      )}
      {you && !rows.some((row) => row.you) ? (
        <OwnRow you={you} alias={props.alias ?? t("yourself")} />
      ) : null}
    </section>
  );
}

/** One row; on phones the periods fill it, and the rest stands below. The sign is always at its end. */
function BoardControls(props: BoardPageProps) {
  const online = useOnline();
  const { you, state, live } = props;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-3">
      <PeriodTabs {...props} />
      {you ? <ViewTabs {...props} /> : null}
      <span className="ms-auto inline-flex min-h-6 items-center">
        {state === "frozen" || !online ? null : <LiveSign live={live} />}
      </span>
    </div>
  );
}

function playPath({ deckId }: Pick<BoardPageProps, "deckId">): string {
  return deckId ? `/fvm/${deckId}` : "/home";
}

function OwnCard({ subject, period, you, alias, deckId, players }: BoardPageProps) {
  const t = useWords("boards");
  const s = useWords("shell");
  return (
    <aside aria-labelledby="own" className="rounded-stone bg-river-soft p-6">
      <h2 id="own" className="text-head">
        {you ? t("own", { rank: you.rank }) : t("not_on_it")}
      </h2>
      <p className="mt-1 text-soft">
        {you ? t(`own_${period}`, { players, count: you.score }) : t("not_on_it_text")}
      </p>
      {you && you.place < you.rank ? (
        <p className="mt-2 text-soft">{t("shared", { place: you.place })}</p>
      ) : null}
      <div className="mt-4 flex flex-wrap gap-3">
        <ButtonLink to={playPath({ deckId })} tone="river">
          {t("play", { subject: s(`subject_${subject}`) })}
        </ButtonLink>
        {alias ? null : (
          <ButtonLink to={`/join?${new URLSearchParams({ returnTo: `/leaderboards/${subject}` })}`}>
            {t("join")}
          </ButtonLink>
        )}
      </div>
    </aside>
  );
}
