/** A micro-deck as a bright stone slab one can tap. */
import { Link } from "@remix-run/react";
import { useWords } from "#app/words/use-words.ts";
import type { Subject } from "#shared/vocabulary.ts";
import { SubjectGlyph } from "./subject-glyph.tsx";

export interface DeckOnTile {
  id: string;
  subject: Subject;
  title: string;
  summary: string;
  total: number;
}

interface DeckTileProps {
  deck: DeckOnTile;
  /** Small line at the bottom; the number of questions otherwise. */
  note?: string | undefined;
}

export function DeckTile({ deck, note }: DeckTileProps) {
  const t = useWords("shell");
  return (
    <Link
      to={`/fvm/${deck.id}`}
      data-subject={deck.subject}
      className="group relative flex min-h-36 flex-col overflow-hidden rounded-stone bg-stone p-4 sm:min-h-44 sm:p-5 text-on-stone transition-transform duration-150 hover:-translate-y-1"
    >
      <SubjectGlyph
        subject={deck.subject}
        className="-end-3 -bottom-4 absolute size-20 sm:size-24 rotate-6 opacity-20 transition-transform duration-200 group-hover:rotate-12"
      />
      <span className="font-bold text-sm">{t(`subject_${deck.subject}`)}</span>
      <span
        lang="en"
        className="mt-1 font-display font-extrabold text-[1.1875rem] sm:text-[1.3125rem] leading-tight"
      >
        {deck.title}
      </span>
      <span lang="en" className="mt-1.5 hidden pe-4 text-[0.9375rem] leading-snug sm:block">
        {deck.summary}
      </span>
      <span className="mt-auto pt-4 font-bold text-sm">
        {note ?? t("questions", { count: deck.total })}
      </span>
    </Link>
  );
}
