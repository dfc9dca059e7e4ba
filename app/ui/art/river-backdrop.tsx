/** The evening river behind the first page's words: sun, hills and water from bank to bank. */
export function RiverBackdrop({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 1280 560"
      preserveAspectRatio="xMaxYMax slice"
      className={className}
      aria-hidden="true"
      role="presentation"
    >
      <circle cx="1046" cy="170" r="74" fill="var(--sun)" className="max-lg:hidden" />
      <path
        d="M0 470c170-40 330-50 470-120s210-150 360-150 190 66 300 60 110-40 150-50v350H0z"
        fill="#18514a"
      />
      <path d="M0 520c180-18 360-30 520-90s250-120 400-110 220 40 360 10v230H0z" fill="#236a5f" />
    </svg>
  );
}
