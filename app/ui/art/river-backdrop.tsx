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
        d="M0 470c170-40 310-50 450-130s210-170 370-170 190 66 300 60 120-40 160-50v380H0z"
        fill="#18514a"
      />
      <path d="M0 520c180-18 340-20 480-110s270-170 420-160 240 50 380 20v290H0z" fill="#236a5f" />
    </svg>
  );
}
