/** Ways in one row that scrolls sideways where it is too wide; where one is stays in sight. */
import { type ReactNode, useEffect, useRef } from "react";

/** For a row of chips: on phones from edge to edge, where it fades instead of being cut off. */
export const edgeFade =
  "-mx-5 overflow-x-auto px-5 py-1 [mask-image:linear-gradient(to_right,transparent,#000_1.25rem,#000_calc(100%-2.5rem),transparent_calc(100%-0.25rem))] sm:mx-0 sm:px-1 sm:[mask-image:none]";

interface ScrollRowProps {
  label: string;
  /** Changes when another of the ways becomes the current one. */
  current: string;
  className?: string;
  children: ReactNode;
}

export function ScrollRow({ label, current, className, children }: ScrollRowProps) {
  const row = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is current is read of the page.
  useEffect(() => {
    const shown = row.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (row.current && shown) row.current.scrollLeft = middleOf(row.current, shown);
  }, [current]);
  return (
    <nav ref={row} aria-label={label} className={className}>
      {children}
    </nav>
  );
}

/** Where the row is scrolled to so that this way stands in its middle, in pixels. */
function middleOf(row: HTMLElement, way: HTMLElement): number {
  const [{ left, width }, outer] = [way.getBoundingClientRect(), row.getBoundingClientRect()];
  return row.scrollLeft + left - outer.left - (outer.width - width) / 2;
}
