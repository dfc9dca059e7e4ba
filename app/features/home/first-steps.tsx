/** The way of somebody new to the first share: three stones, and only the next one to tap. */
import { clsx } from "clsx";
import type { ReactNode } from "react";
import { TickIcon } from "#app/ui/icons.tsx";
import { useWords } from "#app/words/use-words.ts";
import { type StepName, stepNames } from "./first-steps.ts";

/** Laid by hand: no two stones are quite alike. */
const shapes = [
  "rounded-[48%_52%_46%_54%/56%_52%_48%_44%]",
  "rounded-[54%_46%_52%_48%/50%_56%_44%_50%]",
  "rounded-[46%_54%_50%_50%/54%_46%_54%_46%]",
];

interface FirstStepsProps {
  step: StepName;
  /** What one can do about it now. */
  children: ReactNode;
}

export function FirstSteps({ step, children }: FirstStepsProps) {
  const t = useWords("home");
  const at = stepNames.indexOf(step);
  return (
    <section
      aria-labelledby="first-steps"
      className="on-river-block mb-5 grid items-center gap-x-12 gap-y-6 rounded-stone p-6 sm:p-9 lg:grid-cols-2"
    >
      <div>
        <h2 id="first-steps" className="text-head">
          {t("first_steps")}
        </h2>
        <ol className="mt-5 flex">
          {stepNames.map((name, index) => (
            <Step key={name} index={index} at={at} name={t(`step_${name}`)} />
          ))}
        </ol>
      </div>
      <div>{children}</div>
    </section>
  );
}

function Step({ index, at, name }: { index: number; at: number; name: string }) {
  const t = useWords("home");
  const done = index < at;
  const now = index === at;
  return (
    <li aria-current={now ? "step" : undefined} className="relative grow basis-0 px-1 text-center">
      {index > 0 ? (
        <span
          aria-hidden="true"
          className="absolute top-6 end-[calc(50%+1.9rem)] start-[calc(-50%+1.9rem)] border-pine-soft border-t-3 border-dotted"
        />
      ) : null}
      <span
        aria-hidden="true"
        className={clsx(
          "mx-auto flex h-12 w-14 items-center justify-center font-display font-extrabold text-lg",
          shapes[index],
          done && "bg-sun text-on-sun",
          now && "border-3 border-sun bg-pine-deep text-on-pine",
          !done && !now && "border-2 border-pine-soft text-pine-soft",
        )}
      >
        {done ? <TickIcon className="size-6" /> : index + 1}
      </span>
      <span className="sr-only">{t(`state_${done ? "done" : now ? "next" : "later"}`)} </span>
      <span
        className={clsx(
          "mt-2 block text-[0.9375rem] leading-tight",
          now ? "font-bold" : "text-pine-soft",
        )}
      >
        {name}
      </span>
    </li>
  );
}
