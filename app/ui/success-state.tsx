/** Something went well and is finished: a picture, what was done, and the one way on. */
import type { ReactNode } from "react";
import { Cairn } from "./art/cairn.tsx";

interface SuccessStateProps {
  title: string;
  text?: ReactNode;
  children?: ReactNode;
}

export function SuccessState({ title, text, children }: SuccessStateProps) {
  return (
    <div
      role="status"
      className="flex flex-col items-center rounded-stone bg-leaf-soft px-6 py-8 text-center"
    >
      <Cairn className="mb-4 h-24 animate-pop" />
      <p className="font-display font-extrabold text-head">{title}</p>
      {text ? <p className="mt-1 max-w-md">{text}</p> : null}
      {children ? <div className="mt-5">{children}</div> : null}
    </div>
  );
}
