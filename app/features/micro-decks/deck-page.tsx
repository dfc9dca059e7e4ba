/** A micro-deck from its door to its end; each stage stands in for the one before. */
import { lazy, type ReactNode, Suspense, useEffect } from "react";
import { RiverStrip } from "#app/ui/art/river-strip.tsx";
import { DeckIntro } from "./deck-intro.tsx";
import { type Challenge, progressOf, type Run } from "./deck-stage.ts";
import type { DeckSummary } from "./deck-summary.ts";
import { useDeckPlay } from "./use-deck-play.ts";
import { useFirstInteraction } from "./use-first-interaction.ts";

// The door has to open fast, so what is behind it comes right after. Until then the door stays open.
// Without a Suspense around it React 18 loses its place in a page that began behind the door.
const loadCrossing = () => import("./deck-crossing.tsx");
const DeckCrossing = lazy(async () => ({ default: (await loadCrossing()).DeckCrossing }));

interface DeckPageProps {
  deck: DeckSummary;
  challenge: Challenge | null;
  run: Run | null;
  now: number;
  guest: boolean;
  /** A smart link brought this browser here. */
  invited: boolean;
  /** What stands below the deck; `running` between the first question and the last answer. */
  beside(running: boolean): ReactNode;
}

/** The deck above, the river below. */
export function DeckPage({ deck, challenge, run, now, guest, invited, beside }: DeckPageProps) {
  const play = useDeckPlay(deck.id, { run, now });
  useFirstInteraction(invited);
  useEffect(() => {
    // Where this fails, it is tried again when it is needed.
    loadCrossing().catch(() => {});
  }, []);
  const { stage } = play;
  const door = { summary: deck, challenge, guest, play };
  return (
    <>
      {stage.stage === "intro" ? (
        <DeckIntro {...door} />
      ) : (
        <Suspense fallback={<DeckIntro {...door} />}>
          <DeckCrossing {...door} stage={stage} />
        </Suspense>
      )}
      {beside(stage.stage !== "intro" && stage.stage !== "end")}
      <RiverStrip progress={progressOf(stage)} />
    </>
  );
}
