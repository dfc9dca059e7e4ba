/** The run in the browser: what the loader brought, moved on by each answer, without a reload. */
import { useFetcher, useSearchParams } from "@remix-run/react";
import { startTransition, useEffect, useRef, useState } from "react";
import { keptAttribute } from "#shared/kept-pages.ts";
import { afterPaint } from "./after-paint.ts";
import { type DeckStage, deckStage, type Run } from "./deck-stage.ts";
import { type StepOutcome, viaScript } from "./step-outcome.ts";

interface Loaded {
  run: Run | null;
  /** The server's clock at loading, in milliseconds since 1970. */
  now: number;
}

export interface DeckPlay {
  stage: DeckStage;
  /** True while an answer is on its way. */
  busy: boolean;
  /** The server's clock that belongs to the run. */
  now: number;
  /** Posts a form of the deck: `start`, `answer` or `complete`; while one is on its way, nothing. */
  submit(form: HTMLFormElement): void;
  /** Asks this device's service worker how the deck stands; without a kept run nothing changes. */
  resume(): void;
  /** Leaves the explanation for the next question, or for the end. */
  goOn(): void;
}

export function useDeckPlay(deckId: string, loaded: Loaded): DeckPlay {
  const fetcher = useFetcher<StepOutcome | null>({ key: `deck-${deckId}` });
  const [search] = useSearchParams();
  const newer = fetcher.data?.run?.deckId === deckId ? fetcher.data : null;
  const { run, now } = newer ?? loaded;
  // Without a script the address says which explanation is open; with one, the last answer does.
  const open = newer && !newer.resumed ? justAnswered(newer.run) : search.get("after");
  const explanation = run && open ? `${run.runId} ${open}` : null;
  const [left, setLeft] = useState<string | null>(null);
  const busy = fetcher.state !== "idle";
  // No state: the tap's picture would have to wait until the page is rendered for it.
  const tapped = useRef(false);

  const resume = (more = {}) =>
    fetcher.submit({ step: "resume", ...viaScript, ...more }, { method: "post" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a kept page asks once.
  useEffect(() => {
    if (document.documentElement.hasAttribute(keptAttribute)) resume({ opening: "yes" });
  }, []);

  return {
    resume,
    stage: deckStage(run, explanation === left ? null : open),
    busy,
    now,
    submit(form) {
      if (busy || tapped.current) return;
      const fields = new FormData(form);
      for (const [name, value] of Object.entries(viaScript)) fields.set(name, value);
      tapped.current = true;
      afterPaint(() => {
        // From here on the fetcher says what is on its way.
        tapped.current = false;
        fetcher.submit(fields, { method: "post" });
      });
    },
    // A transition may wait for the code of the next stage; what is shown stays meanwhile.
    goOn: () => startTransition(() => setLeft(explanation)),
  };
}

function justAnswered(run: Run): string | null {
  return run.answered.at(-1)?.questionId ?? null;
}
