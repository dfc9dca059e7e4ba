/** A dense table for operators: scrolls sideways where it is too wide, names itself to readers. */
import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

interface AdminTableProps {
  caption: string;
  columns: readonly string[];
  /** How many of the last columns are numbers. */
  numbers?: number;
  /** Rather scrolls than breaks its words, on phones. */
  wide?: boolean;
  children: ReactNode;
}

export function AdminTable({
  caption,
  columns,
  numbers = 0,
  wide = false,
  children,
}: AdminTableProps) {
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-stone border border-line bg-card"
    >
      <table className={clsx("w-full text-left text-[0.9375rem]", wide && "min-w-180")}>
        <caption className="sr-only">{caption}</caption>
        <thead className="bg-well">
          <tr>
            {columns.map((name, index) => (
              <th
                key={name}
                scope="col"
                className={clsx(
                  "whitespace-nowrap px-3 py-2.5 sm:px-4",
                  index >= columns.length - numbers && "text-right",
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

export function Cell({ number = false, ...rest }: ComponentProps<"td"> & { number?: boolean }) {
  return (
    <td
      className={clsx(
        "px-3 py-2.5 align-top sm:px-4",
        number && "whitespace-nowrap text-right tabular-nums",
      )}
      {...rest}
    />
  );
}

export function RowHead(props: ComponentProps<"th">) {
  return <th scope="row" className="px-3 py-2.5 align-top sm:px-4" {...props} />;
}
