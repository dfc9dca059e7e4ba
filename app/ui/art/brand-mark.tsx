/** The brand: a sun-coloured stone with a V that is also the tick of a right answer. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 64 64" className={className} aria-hidden="true" role="presentation">
      <path d="M32 3c17 0 29 10 29 28S50 61 31 61 3 50 3 32 15 3 32 3z" fill="var(--sun)" />
      <path
        d="M17 29c4 3 8 9 11 17 4-12 10-21 19-28"
        fill="none"
        stroke="#0b2723"
        strokeWidth="7.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
