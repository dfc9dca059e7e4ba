/** Three stones at rest on the water: the picture for places that are still empty. */
export function RestingStones({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 160 90" className={className} aria-hidden="true" role="presentation">
      <path d="M52 62c-2-18 12-30 30-29 17 1 27 13 25 29z" fill="var(--stone-physics)" />
      <path d="M18 68c-1-13 9-21 22-20 12 1 19 9 18 20z" fill="var(--stone-biology)" />
      <path d="M98 69c-1-15 10-24 24-23 13 1 21 10 20 23z" fill="var(--stone-algebra)" />
      <path
        d="M6 70c10 6 18 6 28 0s18-6 28 0 18 6 28 0 18-6 28 0 18 6 28 0M26 82c9 5 16 5 25 0s16-5 25 0 16 5 25 0"
        fill="none"
        stroke="var(--line-strong)"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <path
        d="M72 50q5 4 10 0M70 43v1M85 43v1"
        fill="none"
        stroke="var(--on-stone)"
        strokeWidth="3"
        strokeLinecap="round"
      />
    </svg>
  );
}
