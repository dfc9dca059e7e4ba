/** One question with its four choices: keys 1 to 4 choose, Enter answers. */
import { useEffect, useRef } from "react";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/words/use-words.ts";
import type { Question, Run } from "./deck-stage.ts";
import { StepForm } from "./step-form.tsx";
import type { DeckPlay } from "./use-deck-play.ts";

interface DeckQuestionProps {
  run: Run;
  question: Question;
  number: number;
  play: DeckPlay;
}

export function DeckQuestion({ run, question, number, play }: DeckQuestionProps) {
  const t = useWords("deck");
  const heading = useRef<HTMLHeadingElement>(null);
  useNumberKeys();
  useEffect(() => {
    if (number === 1) return;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [number]);
  return (
    <StepForm
      step="answer"
      fields={{ runId: run.runId, questionId: question.id }}
      onSubmit={play.submit}
    >
      <h1
        ref={heading}
        tabIndex={-1}
        id="question"
        className="whitespace-pre-line text-[1.4375rem] leading-snug sm:text-3xl lg:text-4xl"
      >
        <span className="sr-only">{`${t("question_of", { number, total: run.total })} `}</span>
        <span lang="en">{question.prompt}</span>
      </h1>
      <fieldset
        aria-labelledby="question"
        className="mt-6 grid gap-3 sm:mt-8 sm:grid-cols-2 lg:gap-4"
      >
        {question.choices.map((choice, index) => (
          <label
            key={choice}
            htmlFor={`choice-${index}`}
            className="flex min-h-16 items-center gap-4 lg:min-h-20 rounded-block border-2 border-line-strong bg-card px-4 py-3 lg:px-6 hover:border-river has-checked:border-river has-checked:bg-river-soft has-focus-visible:outline-3 has-focus-visible:outline-offset-3 has-focus-visible:outline-(--focus)"
          >
            <input
              type="radio"
              id={`choice-${index}`}
              name="choice"
              value={index}
              required
              className="peer sr-only"
            />
            <ChoiceNumber number={index + 1} />
            <span lang="en" className="font-bold text-lg leading-snug lg:text-xl">
              {choice}
            </span>
          </label>
        ))}
      </fieldset>
      <div className="mt-6 flex items-center gap-4">
        <Button
          type="submit"
          tone="sun"
          size="large"
          aria-disabled={play.busy}
          className="w-full sm:w-auto sm:min-w-56"
        >
          {t(play.busy ? "checking" : "check")}
        </Button>
        <p className="hidden text-[0.9375rem] text-soft pointer-fine:lg:block">{t("keys")}</p>
      </div>
    </StepForm>
  );
}

function ChoiceNumber({ number }: { number: number }) {
  return (
    <span
      aria-hidden="true"
      className="flex size-9 shrink-0 items-center justify-center rounded-full border-2 border-line-strong font-display font-extrabold text-soft peer-checked:border-river peer-checked:bg-river peer-checked:text-on-river"
    >
      {number}
    </span>
  );
}

/** A key from 1 to 4 takes that choice, wherever the focus is. */
function useNumberKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || !/^[1-4]$/.test(event.key)) return;
      const radio = document.getElementById(`choice-${Number(event.key) - 1}`);
      if (!(radio instanceof HTMLInputElement)) return;
      radio.checked = true;
      radio.focus();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
