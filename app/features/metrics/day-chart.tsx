/** A bar for each day, finished ones full and unfinished ones hatched, and lines over them. */
import type { ReactNode } from "react";

const height = 180;
const step = 14;
const shown = 60;
/** Always as wide as all that is shown, so that a few bars stay bars. */
const width = shown * step;
export const dashes = "7 5";

interface DayBar {
  day: string;
  value: number;
  /** Nothing is added to it any more. */
  done: boolean;
}

interface DayChartProps {
  /** Names the hatching; another for each chart of a page. */
  id: string;
  label(days: number): string;
  bars: readonly DayBar[];
  /** What the height stands for, from the values that are shown. */
  topOf(first: number): number;
  /** The levels that are named, from the top. */
  levelsOf(top: number): readonly { value: number; name: string }[];
  /** Room for the levels' names, in units of the drawing. */
  room: number;
  /** A value for each bar. */
  lines?: readonly { values: readonly number[]; dashed: boolean }[];
  /** Of `ChartSign`s. */
  children: ReactNode;
}

export function DayChart(props: DayChartProps) {
  const { id, label, bars, room, children } = props;
  return (
    <figure className="mb-4 rounded-stone border border-line bg-card p-4">
      {/* Reversed: where it is too narrow, the newest are seen first. */}
      <div
        role="img"
        aria-label={label(Math.min(shown, bars.length))}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="flex flex-row-reverse overflow-x-auto"
      >
        <svg
          aria-hidden="true"
          viewBox={`-4 -8 ${width + room} ${height + 34}`}
          className="w-full min-w-160 text-soft"
        >
          <defs>
            <pattern
              id={id}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="2.5" height="6" className="fill-river" />
            </pattern>
          </defs>
          <Drawing {...props} />
        </svg>
      </div>
      <figcaption className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-[0.9375rem] text-soft">
        {children}
      </figcaption>
    </figure>
  );
}

function Drawing({ id, bars, topOf, levelsOf, lines = [] }: DayChartProps) {
  const first = Math.max(0, bars.length - shown);
  const last = bars.slice(first);
  const top = topOf(first);
  const y = (value: number) => height - (value / top) * height;
  const x = (index: number) => (shown - last.length + index) * step;
  const points = (values: readonly number[]) =>
    values.slice(first).map((n, index) => `${x(index) + step / 2},${y(n).toFixed(1)}`);
  return (
    <>
      {levelsOf(top).map(({ value, name }) => (
        <Level key={value} y={y(value)} name={name} dashed={value > 0} />
      ))}
      {last.map(({ day, value, done }, index) => (
        <rect
          key={day}
          x={x(index) + 2}
          y={y(value)}
          width={step - 4}
          height={height - y(value)}
          className={done ? "fill-river" : "stroke-river"}
          fill={done ? undefined : `url(#${id})`}
        />
      ))}
      <g fill="none" strokeWidth="2.5" strokeLinejoin="round" className="stroke-ink">
        {lines.map(({ values, dashed }) => (
          <polyline
            key={String(dashed)}
            points={points(values).join(" ")}
            strokeDasharray={dashed ? dashes : undefined}
          />
        ))}
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

function Level({ y, name, dashed }: { y: number; name: string; dashed: boolean }) {
  return (
    <>
      <line
        x1="0"
        x2={width}
        y1={y}
        y2={y}
        className="stroke-line-strong"
        strokeDasharray={dashed ? "4 4" : undefined}
      />
      <text x={width + 8} y={y + 5} fontSize="14" fill="currentColor">
        {name}
      </text>
    </>
  );
}

/** What a sign of the drawing means; without `children` a bar. */
export function ChartSign({
  text,
  hatched = false,
  children,
}: {
  text: string;
  hatched?: boolean;
  children?: ReactNode;
}) {
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden="true" className="inline-flex">
        {children ?? <span className={`size-4 rounded-sm ${hatched ? "hatched" : "bg-river"}`} />}
      </span>
      {text}
    </span>
  );
}
