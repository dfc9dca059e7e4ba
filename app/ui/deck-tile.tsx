/** A micro-deck as a bright stone slab one can tap. */
import { Link } from "@remix-run/react";
import type { Subject } from "#shared/vocabulary.ts";
import { subjectNames } from "#shared/vocabulary.ts";
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
  return (
    <Link
      to={`/fvm/${deck.id}`}
      data-subject={deck.subject}
      className="group relative flex min-h-36 flex-col overflow-hidden rounded-stone bg-stone p-4 sm:min-h-44 sm:p-5 text-on-stone transition-transform duration-150 hover:-translate-y-1"
    >
      <SubjectGlyph
        subject={deck.subject}
        className="-right-3 -bottom-4 absolute size-24 rotate-6 opacity-20 transition-transform duration-200 group-hover:rotate-12"
      />
      <span className="font-bold text-sm">{subjectNames[deck.subject]}</span>
      <span className="mt-1 font-display font-extrabold text-[1.1875rem] sm:text-[1.3125rem] leading-tight">
        {deck.title}
      </span>
      <span className="mt-1.5 hidden pr-4 text-[0.9375rem] leading-snug sm:block">
        {deck.summary}
      </span>
      <span className="mt-auto pt-4 font-bold text-sm">{note ?? `${deck.total} questions`}</span>
    </Link>
  );
}
