/** What the answer was, and why: shown at once after each answer. */
import { clsx } from "clsx";
import { useEffect, useRef } from "react";
import { ButtonLink } from "#app/ui/button.tsx";
import { TickIcon } from "#app/ui/icons.tsx";
import { useWords } from "#app/words/use-words.ts";
import type { Answered } from "./deck-stage.ts";
import type { DeckPlay } from "./use-deck-play.ts";

interface DeckFeedbackProps {
  deckId: string;
  answered: Answered;
  number: number;
  last: boolean;
  play: DeckPlay;
}

export function DeckFeedback({ deckId, answered, number, last, play }: DeckFeedbackProps) {
  const t = useWords("deck");
  const next = useRef<HTMLDivElement>(null);
  // The next step takes the focus, so that Enter goes on; the status region is read out meanwhile.
  useEffect(() => {
    next.current?.querySelector("a")?.focus({ preventScroll: true });
    next.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div>
      <h1 className="whitespace-pre-line text-[1.4375rem] leading-snug sm:text-3xl lg:text-4xl">
        <span className="sr-only">{`${t("question", { number })} `}</span>
        <span lang="en">{answered.prompt}</span>
      </h1>
      <ul className="mt-6 grid gap-3 sm:mt-8 sm:grid-cols-2 lg:gap-4">
        {answered.choices.map((choice, index) => (
          <MarkedChoice
            key={choice}
            choice={choice}
            number={index + 1}
            right={index === answered.answer}
            held={answered.held === true}
            chosen={index === answered.choice}
          />
        ))}
      </ul>
      <div
        role="status"
        className={clsx(
          "mt-6 animate-rise rounded-block p-5",
          answered.correct ? "bg-leaf-soft" : "bg-river-soft",
        )}
      >
        <p
          className={clsx(
            "font-display font-extrabold text-xl",
            answered.correct ? "text-leaf" : "text-river",
          )}
        >
          {t(answered.held ? "held_title" : answered.correct ? "yes" : "not_quite")}
        </p>
        {answered.held ? (
          <p className="mt-1">{t("held_text")}</p>
        ) : (
          <p lang="en" className="mt-1">
            {answered.explanation}
          </p>
        )}
      </div>
      <div ref={next} className="mt-6 scroll-mb-6">
        <ButtonLink
          to={`/fvm/${deckId}`}
          tone="sun"
          size="large"
          className="w-full sm:w-auto sm:min-w-56"
          onClick={(event) => {
            event.preventDefault();
            play.goOn();
          }}
        >
          {t(last ? (answered.held ? "held_last" : "see_score") : "next")}
        </ButtonLink>
      </div>
    </div>
  );
}

interface MarkedChoiceProps {
  choice: string;
  number: number;
  right: boolean;
  chosen: boolean;
  /** Nobody has checked it yet. */
  held: boolean;
}

function MarkedChoice({ choice, number, right, chosen, held }: MarkedChoiceProps) {
  const t = useWords("deck");
  return (
    <li
      className={clsx(
        "flex min-h-16 items-center gap-4 lg:min-h-20 rounded-block border-2 px-4 py-3 lg:px-6",
        right && "border-leaf bg-leaf-soft",
        !right && chosen && (held ? "border-river bg-river-soft" : "border-clay bg-clay-soft"),
        !right && !chosen && "border-line bg-card text-soft",
      )}
    >
      <span
        aria-hidden="true"
        className={clsx(
          "flex size-9 shrink-0 items-center justify-center rounded-full border-2 font-display font-extrabold",
          right && "border-leaf bg-leaf text-paper",
          !right && chosen && (held ? "border-river text-river" : "border-clay text-clay"),
          !right && !chosen && "border-line",
        )}
      >
        {right ? <TickIcon className="size-5" /> : number}
      </span>
      <span lang="en" className="font-bold text-lg leading-snug lg:text-xl">
        {choice}
      </span>
      <span className="ms-auto text-end font-bold text-sm">
        {chosen ? t("your_answer") : ""}
        {right && !chosen ? <span className="text-leaf">{t("this_one")}</span> : null}
        {right && chosen ? <span className="sr-only">{t("right_too")}</span> : null}
      </span>
    </li>
  );
}
