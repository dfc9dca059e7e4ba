/** A quiet surface for one thing, and the heading row above a group of them. */
import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

export function Card({ className, ...rest }: ComponentProps<"section">) {
  return (
    <section
      className={clsx("rounded-stone border border-line bg-card p-5 sm:p-7", className)}
      {...rest}
    />
  );
}

interface SectionProps {
  id: string;
  title: string;
  /** Stands at the right end of the heading. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A named region of a page. */
export function Section({ id, title, aside, className, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className={className}>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={id} className="text-head">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
