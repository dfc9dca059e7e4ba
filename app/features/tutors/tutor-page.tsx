/** A tutor's public page: a name of closed lists, subjects, a band, and a deck to try. */
import { Avatar } from "#app/ui/avatar.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { type DeckOnTile, DeckTile } from "#app/ui/deck-tile.tsx";
import { Page } from "#app/ui/page.tsx";
import { SubjectStone } from "#app/ui/subject-glyph.tsx";
import { formatCount } from "#app/ui/time-format.ts";
import { type Subject, subjectNames } from "#shared/vocabulary.ts";

export interface TutorPageProps {
  tutor: { name: string; subjects: readonly Subject[]; finishedDecks: number };
  /** Of the tutor's subjects. */
  decks: readonly DeckOnTile[];
  guest: boolean;
}

export function TutorPage({ tutor, decks, guest }: TutorPageProps) {
  const [first] = decks;
  return (
    <Page>
      <div className="on-river-block grid items-center gap-6 rounded-stone p-6 sm:grid-cols-[auto_1fr] sm:gap-9 sm:p-10">
        <Avatar seed={tutor.name} className="mx-auto size-32 sm:size-40" />
        <div className="text-center sm:text-left">
          <p className="font-bold text-pine-soft">A tutor at Vel Tutor</p>
          <h1 className="mt-1 text-title">{tutor.name}</h1>
          <p className="mt-2 text-lede">{finishedWords(tutor.finishedDecks)}</p>
          <div className="mt-6 flex flex-wrap justify-center gap-3 sm:justify-start">
            {first ? (
              <ButtonLink
                to={`/fvm/${first.id}`}
                tone="sun"
                size="large"
                className="w-full sm:w-auto"
              >
                {`Try ${subjectNames[first.subject]} now`}
              </ButtonLink>
            ) : null}
            {guest ? (
              <ButtonLink to="/join" tone="ghost" size="large" className="w-full sm:w-auto">
                Join for free
              </ButtonLink>
            ) : null}
          </div>
        </div>
      </div>
      <Section id="subjects" title="Teaches" className="mt-10">
        <ul className="flex flex-wrap gap-3">
          {tutor.subjects.map((subject) => (
            <li
              key={subject}
              className="flex items-center gap-3 rounded-full border border-line bg-card py-2 pr-5 pl-2 font-bold"
            >
              <SubjectStone subject={subject} className="size-10" />
              {subjectNames[subject]}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="decks" title="Five questions to try" className="mt-10">
        <p className="-mt-2 mb-4 text-soft">
          About a minute each, with an explanation to every answer. Playing needs no account.
        </p>
        <ul className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
          {decks.map((deck) => (
            <li key={deck.id} className="grid">
              <DeckTile deck={deck} />
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

function finishedWords(decks: number): string {
  return decks === 0
    ? "The first students are on their way across."
    : `Students here have finished ${formatCount(decks)} decks and more.`;
}
