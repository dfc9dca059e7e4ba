/** A page's column and its head: where one is, one heading, a line that explains. */
import { clsx } from "clsx";
import type { ReactNode } from "react";

const widths = { narrow: "max-w-md", text: "max-w-2xl", wide: "" };

interface PageProps {
  width?: keyof typeof widths;
  className?: string;
  children: ReactNode;
}

export function Page({ width = "wide", className, children }: PageProps) {
  return (
    <div className={clsx("column pt-8 pb-16 sm:pt-12 sm:pb-24", widths[width], className)}>
      {children}
    </div>
  );
}

interface PageHeadProps {
  /** Small line above the heading. */
  kicker?: ReactNode;
  title: ReactNode;
  lede?: ReactNode;
  children?: ReactNode;
}

export function PageHead({ kicker, title, lede, children }: PageHeadProps) {
  return (
    <header className="mb-8 sm:mb-10">
      {kicker ? <p className="mb-2 font-bold text-river">{kicker}</p> : null}
      <h1 className="text-title">{title}</h1>
      {lede ? <p className="mt-3 max-w-2xl text-lede text-soft">{lede}</p> : null}
      {children}
    </header>
  );
}
