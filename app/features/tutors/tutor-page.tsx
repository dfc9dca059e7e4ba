/** A tutor's public page: a name of closed lists, subjects, a band, and a deck to try. */
import { Avatar } from "#app/ui/avatar.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { type DeckOnTile, DeckTile } from "#app/ui/deck-tile.tsx";
import { Page } from "#app/ui/page.tsx";
import { SubjectStone } from "#app/ui/subject-glyph.tsx";
import { useWords } from "#app/words/use-words.ts";
import type { Subject } from "#shared/vocabulary.ts";

export interface TutorPageProps {
  tutor: { name: string; subjects: readonly Subject[]; finishedDecks: number };
  /** Of the tutor's subjects. */
  decks: readonly DeckOnTile[];
  guest: boolean;
}

export function TutorPage({ tutor, decks, guest }: TutorPageProps) {
  const t = useWords("cards");
  const s = useWords("shell");
  const [first] = decks;
  const finished = tutor.finishedDecks;
  return (
    <Page>
      <div className="on-river-block grid items-center gap-6 rounded-stone p-6 sm:grid-cols-[auto_1fr] sm:gap-9 sm:p-10">
        <Avatar seed={tutor.name} className="mx-auto size-32 sm:size-40" />
        <div className="text-center sm:text-start">
          <p className="font-bold text-pine-soft">{t("tutor_at")}</p>
          <h1 className="mt-1 text-title">{tutor.name}</h1>
          <p className="mt-2 text-lede">
            {finished === 0 ? t("finished_none") : t("finished", { count: finished })}
          </p>
          <div className="mt-6 flex flex-wrap justify-center gap-3 sm:justify-start">
            {first ? (
              <ButtonLink
                to={`/fvm/${first.id}`}
                tone="sun"
                size="large"
                className="w-full sm:w-auto"
              >
                {t("try_now", { subject: s(`subject_${first.subject}`) })}
              </ButtonLink>
            ) : null}
            {guest ? (
              <ButtonLink to="/join" tone="ghost" size="large" className="w-full sm:w-auto">
                {t("join_free")}
              </ButtonLink>
            ) : null}
          </div>
        </div>
      </div>
      <Section id="subjects" title={t("teaches")} className="mt-10">
        <ul className="flex flex-wrap gap-3">
          {tutor.subjects.map((subject) => (
            <li
              key={subject}
              className="flex items-center gap-3 rounded-full border border-line bg-card py-2 pe-5 ps-2 font-bold"
            >
              <SubjectStone subject={subject} className="size-10" />
              {s(`subject_${subject}`)}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="decks" title={t("to_try")} className="mt-10">
        <p className="-mt-2 mb-4 text-soft">{t("to_try_text")}</p>
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
