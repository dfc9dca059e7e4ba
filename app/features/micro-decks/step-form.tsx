/** A form that posts one step of a deck; a plain form where there is no script. */
import type { ReactNode } from "react";
import type { DeckPlay } from "./use-deck-play.ts";

interface StepFormProps {
  step: "start" | "answer" | "complete";
  fields?: Record<string, string>;
  onSubmit: DeckPlay["submit"];
  className?: string;
  children: ReactNode;
}

export function StepForm({ step, fields = {}, onSubmit, className, children }: StepFormProps) {
  return (
    <form
      method="post"
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(event.currentTarget);
      }}
    >
      <input type="hidden" name="step" value={step} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
