/** One drawing for each subject, in the ink of the stones. */
import type { ReactNode } from "react";
import type { Subject } from "#shared/vocabulary.ts";

const drawings: Record<Subject, ReactNode> = {
  algebra: <path d="M16 18c8 0 10 4 14 14s6 14 14 14M46 18c-8 0-11 5-16 14S22 46 14 46" />,
  geometry: (
    <>
      <path d="M12 46 30 14l20 32z" />
      <path d="M22 29c6 1 10 5 11 11M43 35l6-4" />
    </>
  ),
  biology: (
    <>
      <path d="M14 48c-4-20 8-34 36-34 2 26-10 38-30 34" />
      <path d="M12 52c6-12 14-20 26-26M26 36v-9M31 32h9" />
    </>
  ),
  chemistry: (
    <>
      <path d="M25 12h14M28 12v14L14 46c-2 4 0 6 4 6h28c4 0 6-2 4-6L36 26V12" />
      <path d="M21 38h22" />
      <path d="M28 45v.1M36 43v.1" strokeWidth="5.5" />
    </>
  ),
  physics: (
    <>
      <ellipse cx="32" cy="32" rx="22" ry="9" transform="rotate(30 32 32)" />
      <ellipse cx="32" cy="32" rx="22" ry="9" transform="rotate(-30 32 32)" />
      <path d="M32 32v.1" strokeWidth="8" />
    </>
  ),
  reading: (
    <>
      <path d="M32 20c-6-5-13-6-21-5v30c8-1 15 0 21 5 6-5 13-6 21-5V15c-8-1-15 0-21 5z" />
      <path d="M32 20v29M18 24c3 0 5 .4 8 1.5M18 32c3 0 5 .4 8 1.5" />
    </>
  ),
  vocabulary: (
    <>
      <path d="M12 16h34a5 5 0 0 1 5 5v18a5 5 0 0 1-5 5H30L20 53v-9h-8a5 5 0 0 1-5-5V21a5 5 0 0 1 5-5z" />
      <path d="m22 37 7-15 7 15M25 32h8" />
    </>
  ),
  sat_math: (
    <>
      <path d="M14 12v40h40" />
      <path d="M20 44c12 0 10-24 28-26" />
      <path d="M20 44v.1M33 33v.1M48 18v.1" strokeWidth="7" />
    </>
  ),
};

export function SubjectGlyph({ subject, className }: { subject: Subject; className?: string }) {
  return (
    <svg
      viewBox="0 0 64 64"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      role="presentation"
    >
      {drawings[subject]}
    </svg>
  );
}

/** The glyph on a stone of the subject's colour. */
export function SubjectStone({ subject, className }: { subject: Subject; className?: string }) {
  return (
    <span
      data-subject={subject}
      className={`inline-flex shrink-0 items-center justify-center rounded-[46%_54%_50%_50%/54%_46%_54%_46%] bg-stone text-on-stone ${className ?? "size-12"}`}
    >
      <SubjectGlyph subject={subject} className="size-[58%]" />
    </span>
  );
}
