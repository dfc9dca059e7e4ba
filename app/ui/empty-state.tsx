/** What stands where a list will be: a picture, what it is for, and the way to fill it. */
import type { ReactNode } from "react";
import { RestingStones } from "./art/resting-stones.tsx";

interface EmptyStateProps {
  title: string;
  text: ReactNode;
  children?: ReactNode;
}

export function EmptyState({ title, text, children }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center rounded-stone border-2 border-line border-dashed px-6 py-10 text-center">
      <RestingStones className="mb-5 h-20" />
      <p className="font-display font-extrabold text-head">{title}</p>
      <p className="mt-1 mb-5 max-w-md text-soft last:mb-0">{text}</p>
      {children}
    </div>
  );
}
