/** The lobby: who is here, which subject is busy, and a deck to start. */

import { usePresence } from "#app/live/use-presence.ts";
import type { Outputs } from "#app/trpc.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LiveSign } from "#app/ui/live-sign.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { SubjectStone } from "#app/ui/subject-glyph.tsx";
import type { RoomMember } from "#shared/protocol/server-frames.ts";
import { type Subject, subjectNames, subjects } from "#shared/vocabulary.ts";
import { Faces } from "./faces.tsx";
import { doingWords, hereWords, personWords } from "./presence-words.ts";
import { useCalm } from "./use-calm.ts";
import { useSubjectCounts } from "./use-subject-counts.ts";

export type SubjectCounts = Outputs["presence"]["list"]["subjects"];

interface LobbyPageProps {
  /** As the loader found it. */
  counts: SubjectCounts;
  alias: string;
  /** A deck of each subject. */
  deckIds: Partial<Record<Subject, string>>;
}

export function LobbyPage({ counts, alias, deckIds }: LobbyPageProps) {
  const lobby = usePresence("lobby");
  const { list, stale } = useSubjectCounts(counts);
  const loaded = counts.find(({ subject }) => subject === "lobby");
  const n = lobby.n ?? loaded?.n ?? 0;
  const people = lobby.n === null ? (loaded?.sample ?? []) : lobby.people;
  const said = useCalm(hereWords(n));
  return (
    <Page>
      <PageHead
        title="Lobby"
        lede="Who is here right now, and where. Pick a subject, and study beside the others."
      />
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="grid grid-cols-1 items-start gap-10 lg:grid-cols-[1.5fr_1fr]">
        <Section id="subjects" title="Subjects">
          {stale ? (
            <p role="status" className="mb-3 text-soft">
              The counts stand still for a moment. They move again as soon as we reach the server.
            </p>
          ) : null}
          <ul className="grid grid-cols-1 gap-3">
            {subjects.map((subject) => (
              <SubjectRow
                key={subject}
                subject={subject}
                seen={list.find((one) => one.subject === subject)}
                deckId={deckIds[subject]}
              />
            ))}
          </ul>
        </Section>
        <Section id="people" title={hereWords(n)} aside={<LiveSign live={lobby.live} />}>
          <People people={people} alias={alias} more={n - people.length} />
        </Section>
      </div>
    </Page>
  );
}

interface SubjectRowProps {
  subject: Subject;
  seen: SubjectCounts[number] | undefined;
  deckId: string | undefined;
}

function SubjectRow({ subject, seen, deckId }: SubjectRowProps) {
  const n = seen?.n ?? 0;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-block border border-line bg-card px-4 py-3">
      <SubjectStone subject={subject} className="size-11" />
      <span className="min-w-0 grow basis-40">
        <span className="block font-bold">{subjectNames[subject]}</span>
        <span className="block text-[0.9375rem] text-soft">
          {n === 0 || !seen ? "Quiet now: be the first" : doingWords(seen.by)}
        </span>
      </span>
      <Faces people={seen?.sample ?? []} most={4} />
      <ButtonLink
        to={deckId ? `/fvm/${deckId}` : "/home"}
        size="small"
        aria-label={`Start a deck in ${subjectNames[subject]}`}
      >
        Start a deck
      </ButtonLink>
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
  if (people.length === 0) {
    return <EmptyState title="Quiet water" text="Nobody shows up here right now." />;
  }
  return (
    <>
      <ul className="grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-2 lg:grid-cols-1">
        {people.map((person) => (
          <li key={person.handle} className="flex min-h-14 items-center gap-3">
            <Avatar seed={person.alias} className="size-11" />
            <span className="min-w-0">
              <span className="block truncate font-bold">
                {person.alias}
                {person.alias === alias ? (
                  <span className="font-normal text-soft">{" · you"}</span>
                ) : null}
              </span>
              <span className="block text-[0.9375rem] text-soft leading-tight">
                {personWords(person.status, person.act)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="mt-3 text-soft">{`and ${more} more`}</p> : null}
    </>
  );
}
