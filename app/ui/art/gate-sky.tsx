/** The evening above the waiting otter, where the panel is high: sun and clouds. Stands on pine. */
export function GateSky({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 360 220" className={className} aria-hidden="true" role="presentation">
      <circle cx="236" cy="112" r="50" fill="var(--sun)" />
      <g fill="none" stroke="#236a5f" strokeWidth="15" strokeLinecap="round">
        <path d="M170 134h118M204 158h116M40 74h96M72 50h40M28 98h54" />
      </g>
    </svg>
  );
}
