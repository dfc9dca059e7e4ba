/** K of each intake as bars: mature ones full, provisional ones hatched. The table says the same. */
import { useWords } from "#app/words/use-words.ts";
import type { KView } from "./k-view.ts";

const height = 180;
const step = 14;
const shown = 60;
/** Always as wide as all that is shown, so that a few bars stay bars. */
const width = shown * step;

type Intakes = KView["intakes"];

export function IntakeChart({ intakes }: { intakes: Intakes }) {
  const t = useWords("adminMetrics");
  const last = intakes.slice(-shown);
  return (
    <figure className="mb-4 rounded-stone border border-line bg-card p-4">
      {/* Reversed: where it is too narrow, the newest are seen first. */}
      <div
        role="img"
        aria-label={t("chart", { count: last.length })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="flex flex-row-reverse overflow-x-auto"
      >
        <svg
          aria-hidden="true"
          viewBox={`-4 -8 ${width + 32} ${height + 34}`}
          className="w-full min-w-160 text-soft"
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
          <Bars last={last} />
        </svg>
      </div>
      <Legend />
    </figure>
  );
}

function Bars({ last }: { last: Intakes }) {
  const top = Math.max(1, ...last.map(({ k }) => k ?? 0)) * 1.1;
  const y = (k: number) => height - (k / top) * height;
  const x = (index: number) => (shown - last.length + index) * step;
  return (
    <>
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
          <text x={width + 8} y={y(k) + 5} fontSize="14" fill="currentColor">
            {k}
          </text>
        </g>
      ))}
      {last.map(({ day, k, mature }, index) => (
        <rect
          key={day}
          x={x(index) + 2}
          y={y(k ?? 0)}
          width={step - 4}
          height={height - y(k ?? 0)}
          className={mature ? "fill-river" : "stroke-river"}
          fill={mature ? undefined : "url(#provisional-bars)"}
        />
      ))}
      {last.map(({ day }, index) =>
        (last.length - 1 - index) % 10 === 0 ? (
          <text
            key={day}
            x={x(index) + step}
            y={height + 20}
            textAnchor="end"
            fontSize="14"
            fill="currentColor"
          >
            {day.slice(5)}
          </text>
        ) : null,
      )}
    </>
  );
}

function Legend() {
  const t = useWords("adminMetrics");
  return (
    <figcaption className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-[0.9375rem] text-soft">
      <span className="inline-flex items-center gap-2">
        <span aria-hidden="true" className="size-4 rounded-sm bg-river" />
        {t("chart_mature")}
      </span>
      <span className="inline-flex items-center gap-2">
        <span aria-hidden="true" className="hatched size-4 rounded-sm" />
        {t("chart_provisional")}
      </span>
    </figcaption>
  );
}
