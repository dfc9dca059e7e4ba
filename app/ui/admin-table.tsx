/** A dense table for operators: scrolls by itself both ways under its head, names itself to readers. */
import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

interface AdminTableProps {
  caption: string;
  columns: readonly string[];
  /** How many of the last columns are numbers, or which ones, from 0. */
  numbers?: number | readonly number[];
  /** Rather scrolls than breaks its words, on phones. */
  wide?: boolean;
  /** One of several on a page: scrolls in less than half the height of a window. */
  short?: boolean;
  children: ReactNode;
}

const place = "px-2 py-2 first:ps-4 last:pe-4 sm:px-4";

export function AdminTable(props: AdminTableProps) {
  const { caption, columns, numbers = 0, wide = false, short = false, children } = props;
  const isNumber = (index: number) =>
    typeof numbers === "number" ? index >= columns.length - numbers : numbers.includes(index);
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className={clsx(
        "overflow-auto rounded-stone border border-line bg-card",
        short ? "max-h-96" : "max-h-[85dvh]",
      )}
    >
      <table className={clsx("w-full text-start text-[0.9375rem]", wide && "min-w-180")}>
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 z-1 bg-well">
          <tr>
            {columns.map((name, index) => (
              <th
                key={name}
                scope="col"
                className={clsx(
                  place,
                  "align-bottom sm:whitespace-nowrap",
                  isNumber(index) ? "text-end" : "text-start",
                )}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">{children}</tbody>
      </table>
    </section>
  );
}

export function Cell({
  number = false,
  className,
  ...rest
}: ComponentProps<"td"> & { number?: boolean }) {
  return (
    <td
      className={clsx(
        place,
        "align-top",
        number && "whitespace-nowrap text-end tabular-nums",
        className,
      )}
      {...rest}
    />
  );
}

export function RowHead({ className, ...rest }: ComponentProps<"th">) {
  return <th scope="row" className={clsx(place, "text-start align-top", className)} {...rest} />;
}
