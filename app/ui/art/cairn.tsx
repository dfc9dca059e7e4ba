/** Three stones, one on the other, with a flag: the picture for boards. Stands on a bright stone. */
export function Cairn({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 150 150" className={className} aria-hidden="true" role="presentation">
      <g stroke="#0b2723" strokeWidth="4" strokeLinejoin="round" strokeLinecap="round">
        <path d="M78 46V8l30 9-29 12" fill="#ffffff" />
        <path d="M14 150c-6-26 16-42 62-42s66 16 60 42z" fill="#2b7a6c" />
        <path d="M32 96c-2-20 16-30 44-30s46 10 44 30-18 24-44 24-42-6-44-24z" fill="#9fe3d2" />
        <path d="M48 62c-1-14 12-22 30-22s30 8 29 22-12 18-30 18-28-5-29-18z" fill="#fff4d6" />
        <path d="M64 90v.1M88 90v.1" strokeWidth="8" />
        <path d="M70 98q6 6 12 0" fill="none" />
      </g>
    </svg>
  );
}
