/** A stone that burns while a streak goes on; unlit when it is over, iced when a freeze holds it. */
export function FlameStone({
  state,
  className,
}: {
  state: "lit" | "iced" | "unlit";
  className?: string;
}) {
  return (
    <svg viewBox="0 0 96 104" className={className} aria-hidden="true" role="presentation">
      <g stroke="#0b2723" strokeWidth="4" strokeLinejoin="round" strokeLinecap="round">
        {state === "unlit" ? (
          <path
            d="M48 56c-3-6 6-9 2-16M60 54c-2-5 4-7 1-12"
            fill="none"
            stroke="var(--line-strong)"
          />
        ) : (
          <>
            <path
              d="M48 6c4 14 24 22 24 46 0 16-11 26-24 26S24 68 24 54c0-10 5-16 9-20 1 6 3 9 7 11 1-14 1-28 8-39z"
              fill={state === "lit" ? "#ffbe2e" : "#7cc8f2"}
            />
            <path
              d="M49 40c2 8 11 12 11 24 0 8-5 13-12 13s-12-5-12-12c0-9 9-13 13-25z"
              fill={state === "lit" ? "#ff9d7c" : "#ffffff"}
            />
          </>
        )}
        <path
          d="M8 86c-2-14 14-22 40-22s42 8 40 22-18 14-40 14S10 98 8 86z"
          fill={state === "unlit" ? "#cddfd6" : "#9fe3d2"}
        />
        <path d="M36 82v.1M60 82v.1" strokeWidth="7" />
        <path d={state === "unlit" ? "M43 90h10" : "M42 88q6 6 12 0"} fill="none" />
      </g>
    </svg>
  );
}
