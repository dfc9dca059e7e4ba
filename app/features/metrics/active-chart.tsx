/** Active people: a bar for each day, a line for 7 days and one for 28. The table says the same. */
import type { ReactNode } from "react";
import { formatCount } from "#app/ui/time-format.ts";
import { useWords } from "#app/words/use-words.ts";
import type { MetricsView } from "./k-view.ts";
import { niceTop } from "./nice-top.ts";

const height = 180;
const step = 14;
const shown = 60;
/** Always as wide as all that is shown, so that a few bars stay bars. */
const width = shown * step;
const dashes = "7 5";

type Days = readonly MetricsView["engagement"][number][];

export function ActiveChart({ days }: { days: Days }) {
  const t = useWords("adminMetrics");
  const last = days.slice(-shown);
  return (
    <figure className="mb-4 rounded-stone border border-line bg-card p-4">
      {/* Reversed: where it is too narrow, the newest are seen first. */}
      <div
        role="img"
        aria-label={t("active_chart", { count: last.length })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="flex flex-row-reverse overflow-x-auto"
      >
        <svg
          aria-hidden="true"
          viewBox={`-4 -8 ${width + 64} ${height + 34}`}
          className="w-full min-w-160 text-soft"
        >
          <defs>
            <pattern
              id="unfinished-day"
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="2.5" height="6" className="fill-river" />
            </pattern>
          </defs>
          <Days last={last} />
        </svg>
      </div>
      <Legend />
    </figure>
  );
}

function Days({ last }: { last: Days }) {
  const top = niceTop(Math.max(1, ...last.map(({ active28 }) => active28)));
  const y = (n: number) => height - (n / top) * height;
  const x = (index: number) => (shown - last.length + index) * step;
  const line = (of: (day: Days[number]) => number) =>
    last.map((day, index) => `${x(index) + step / 2},${y(of(day)).toFixed(1)}`).join(" ");
  return (
    <>
      {[0, top / 2, top].map((n) => (
        <Level key={n} y={y(n)} n={n} />
      ))}
      {last.map(({ day, active, whole }, index) => (
        <rect
          key={day}
          x={x(index) + 2}
          y={y(active)}
          width={step - 4}
          height={height - y(active)}
          className={whole ? "fill-river" : "stroke-river"}
          fill={whole ? undefined : "url(#unfinished-day)"}
        />
      ))}
      <g fill="none" strokeWidth="2.5" strokeLinejoin="round" className="stroke-ink">
        <polyline points={line(({ active7 }) => active7)} />
        <polyline points={line(({ active28 }) => active28)} strokeDasharray={dashes} />
      </g>
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

function Level({ y, n }: { y: number; n: number }) {
  return (
    <>
      <line
        x1="0"
        x2={width}
        y1={y}
        y2={y}
        className="stroke-line-strong"
        strokeDasharray={n ? "4 4" : undefined}
      />
      <text x={width + 8} y={y + 5} fontSize="14" fill="currentColor">
        {formatCount(n)}
      </text>
    </>
  );
}

function Legend() {
  const t = useWords("adminMetrics");
  return (
    <figcaption className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-[0.9375rem] text-soft">
      <Sign text={t("legend_day")}>
        <span className="size-4 rounded-sm bg-river" />
      </Sign>
      <Sign text={t("legend_today")}>
        <span className="hatched size-4 rounded-sm" />
      </Sign>
      <Sign text={t("legend_7")}>
        <Stroke />
      </Sign>
      <Sign text={t("legend_28")}>
        <Stroke dashed />
      </Sign>
    </figcaption>
  );
}

function Sign({ text, children }: { text: string; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden="true" className="inline-flex">
        {children}
      </span>
      {text}
    </span>
  );
}

function Stroke({ dashed = false }: { dashed?: boolean }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 28 4" className="h-1 w-7">
      <line
        x2="28"
        y1="2"
        y2="2"
        strokeWidth="2.5"
        className="stroke-ink"
        strokeDasharray={dashed ? dashes : undefined}
      />
    </svg>
  );
}
