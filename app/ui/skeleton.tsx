/** Blocks in the shape of what will stand there, while it is on its way. */
import { clsx } from "clsx";

/** One block; `className` says its size. Screen readers hear the words of what holds it. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={clsx("block animate-breathe rounded-control bg-line", className ?? "h-4 w-full")}
    />
  );
}

interface SkeletonRowsProps {
  /** Said to screen readers, such as "Loading the results". */
  words: string;
  rows?: number;
}

/** As many rows as a list will have, each with a picture and two lines. */
export function SkeletonRows({ words, rows = 3 }: SkeletonRowsProps) {
  return (
    <div role="status" className="rounded-stone border border-line bg-card">
      <span className="sr-only">{words}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike.
        <div key={row} className="flex min-h-19 items-center gap-4 px-4 py-3 sm:px-5">
          <Skeleton className="size-11 shrink-0" />
          <span className="grid grow gap-2">
            <Skeleton className="h-4 w-2/3" />
            <Skeleton className="h-3 w-1/3" />
          </span>
        </div>
      ))}
    </div>
  );
}

/** In the shape of a card with a heading and a few lines. */
export function SkeletonCard({ words }: { words: string }) {
  return (
    <div role="status" className="grid gap-3 rounded-stone border border-line bg-card p-5 sm:p-7">
      <span className="sr-only">{words}</span>
      <Skeleton className="h-6 w-1/2" />
      <Skeleton />
      <Skeleton className="h-4 w-4/5" />
    </div>
  );
}
