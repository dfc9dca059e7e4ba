/** The lobby: which subject is busy, a deck to start, and who is here. */

import { Link } from "@remix-run/react";
import { usePresence } from "#app/live/use-presence.ts";
import type { Outputs } from "#app/trpc.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LiveSign } from "#app/ui/live-sign.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { SubjectStone } from "#app/ui/subject-glyph.tsx";
import { useWords } from "#app/words/use-words.ts";
import type { RoomMember } from "#shared/protocol/server-frames.ts";
import { type Subject, subjects } from "#shared/vocabulary.ts";
import { Faces } from "./faces.tsx";
import { doingWords, hereWords, personWords } from "./presence-words.ts";
import { useCalm } from "./use-calm.ts";
import { useSubjectCounts } from "./use-subject-counts.ts";

export type SubjectCounts = Outputs["presence"]["list"]["subjects"];
type DeckIds = Partial<Record<Subject, string>>;

interface LobbyPageProps {
  /** As the loader found it. */
  counts: SubjectCounts;
  alias: string;
  /** A deck of each subject. */
  deckIds: DeckIds;
}

export function LobbyPage({ counts, alias, deckIds }: LobbyPageProps) {
  const t = useWords("lobby");
  const s = useWords("shell");
  const lobby = usePresence("lobby");
  const { list, stale } = useSubjectCounts(counts);
  const loaded = counts.find(({ subject }) => subject === "lobby");
  const n = lobby.n ?? loaded?.n ?? 0;
  const people = lobby.n === null ? (loaded?.sample ?? []) : lobby.people;
  const said = useCalm(hereWords(s, n));
  return (
    <Page>
      <PageHead title={t("title")} lede={t("lede")} />
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="grid grid-cols-1 gap-10">
        <Section id="subjects" title={t("subjects")}>
          {stale ? (
            <p role="status" className="mb-3 text-soft">
              {t("stale")}
            </p>
          ) : null}
          <Subjects list={list} deckIds={deckIds} />
        </Section>
        <Section id="people" title={hereWords(s, n)} aside={<LiveSign live={lobby.live} />}>
          <People people={people} alias={alias} more={n - people.length} />
        </Section>
      </div>
    </Page>
  );
}

/** First where somebody is, each in a row; then the quiet ones, as small stones. */
function Subjects({ list, deckIds }: { list: SubjectCounts; deckIds: DeckIds }) {
  const t = useWords("lobby");
  const rooms = subjects.map((subject) => ({
    subject,
    deckId: deckIds[subject],
    seen: list.find((one) => one.subject === subject && one.n > 0),
  }));
  const quiet = rooms.filter(({ seen }) => !seen);
  return (
    <>
      <ul className="grid grid-cols-1 gap-3 empty:hidden lg:grid-cols-2">
        {rooms.map(({ subject, seen, deckId }) =>
          seen ? <BusySubject key={subject} subject={subject} seen={seen} deckId={deckId} /> : null,
        )}
      </ul>
      {quiet.length > 0 ? <h3 className="mt-5 mb-2.5 font-bold text-soft">{t("quiet")}</h3> : null}
      <ul className="grid grid-cols-2 gap-3 empty:hidden max-[22rem]:grid-cols-1 lg:grid-cols-4">
        {quiet.map(({ subject, deckId }) => (
          <QuietSubject key={subject} subject={subject} deckId={deckId} />
        ))}
      </ul>
    </>
  );
}

interface SubjectProps {
  subject: Subject;
  deckId: string | undefined;
}

function deckPath(deckId: string | undefined): string {
  return deckId ? `/fvm/${deckId}` : "/home";
}

function BusySubject({ subject, deckId, seen }: SubjectProps & { seen: SubjectCounts[number] }) {
  const t = useWords("lobby");
  const p = useWords("presence");
  const name = useWords("shell")(`subject_${subject}`);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-block border border-line bg-card px-4 py-3">
      <SubjectStone subject={subject} className="size-11" />
      <span className="min-w-0 grow basis-40">
        <span className="block font-bold">{name}</span>
        <span className="block text-[0.9375rem] text-soft">{doingWords(p, seen.by)}</span>
      </span>
      <Faces people={seen.sample} most={4} />
      <ButtonLink
        to={deckPath(deckId)}
        size="small"
        tone="river"
        aria-label={t("start_in", { subject: name })}
      >
        {t("start")}
      </ButtonLink>
    </li>
  );
}

function QuietSubject({ subject, deckId }: SubjectProps) {
  const t = useWords("lobby");
  const name = useWords("shell")(`subject_${subject}`);
  return (
    <li>
      <Link
        to={deckPath(deckId)}
        aria-label={t("start_in", { subject: name })}
        className="flex h-full min-h-16 items-center gap-2.5 rounded-block border border-line bg-card p-2.5 font-bold leading-tight max-sm:text-[0.9375rem] sm:gap-3 sm:p-3 hover:border-river hover:bg-river-soft"
      >
        <SubjectStone subject={subject} className="size-9 sm:size-10" />
        <span className="hyphens-auto min-w-0 break-words">{name}</span>
      </Link>
    </li>
  );
}

interface PeopleProps {
  people: readonly Pick<RoomMember, "handle" | "alias" | "status" | "act">[];
  alias: string;
  /** So many are not in the list. */
  more: number;
}

function People({ people, alias, more }: PeopleProps) {
  const t = useWords("lobby");
  const p = useWords("presence");
  if (people.length === 0) return <EmptyState title={t("nobody")} text={t("nobody_text")} />;
  return (
    <>
      <ul className="grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-4">
        {people.map((person) => (
          <li key={person.handle} className="flex min-h-14 items-center gap-3">
            <Avatar seed={person.alias} className="size-11 shrink-0" />
            <span className="min-w-0">
              <span className="block truncate font-bold">
                {person.alias}
                {person.alias === alias ? (
                  <span className="font-normal text-soft">
                    {" · "}
                    {t("you")}
                  </span>
                ) : null}
              </span>
              <span className="block text-[0.9375rem] text-soft leading-tight">
                {personWords(p, person.status, person.act)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="mt-3 text-soft">{t("more", { count: more })}</p> : null}
    </>
  );
}
