/** K of each intake as bars: mature ones full, provisional ones hatched. The table says the same. */
import type { KView } from "./k-view.ts";

const height = 180;
const step = 14;
const shown = 60;

export function IntakeChart({ intakes }: { intakes: KView["intakes"] }) {
  const last = intakes.slice(-shown);
  const top = Math.max(1, ...last.map(({ k }) => k ?? 0)) * 1.1;
  const width = Math.max(last.length, 10) * step;
  const y = (k: number) => height - (k / top) * height;
  return (
    <figure className="mb-4 rounded-stone border border-line bg-card p-4">
      <svg
        role="img"
        aria-label={`K of the last ${last.length} intakes; the table below has the numbers`}
        viewBox={`-34 -8 ${width + 36} ${height + 30}`}
        className="w-full text-soft"
      >
        <defs>
          <pattern
            id="provisional-bars"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="2.5" height="6" className="fill-river" />
          </pattern>
        </defs>
        {[0, 1].map((k) => (
          <g key={k}>
            <line
              x1="0"
              x2={width}
              y1={y(k)}
              y2={y(k)}
              className="stroke-line-strong"
              strokeDasharray={k ? "4 4" : undefined}
            />
            <text x="-8" y={y(k) + 4} textAnchor="end" fontSize="11" fill="currentColor">
              {k}
            </text>
          </g>
        ))}
        {last.map(({ day, k, mature }, index) => (
          <rect
            key={day}
            x={index * step + 2}
            y={y(k ?? 0)}
            width={step - 4}
            height={height - y(k ?? 0)}
            className={mature ? "fill-river" : "stroke-river"}
            fill={mature ? undefined : "url(#provisional-bars)"}
          />
        ))}
        {last
          .map(({ day }, index) => ({ day, index }))
          .filter(({ index }) => index % 10 === 0)
          .map(({ day, index }) => (
            <text key={day} x={index * step} y={height + 18} fontSize="11" fill="currentColor">
              {day.slice(5)}
            </text>
          ))}
      </svg>
      <figcaption className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-[0.9375rem] text-soft">
        <span className="inline-flex items-center gap-2">
          <span aria-hidden="true" className="size-4 rounded-sm bg-river" />
          Mature
        </span>
        <span className="inline-flex items-center gap-2">
          <span aria-hidden="true" className="hatched size-4 rounded-sm" />
          Provisional, still growing
        </span>
      </figcaption>
    </figure>
  );
}
