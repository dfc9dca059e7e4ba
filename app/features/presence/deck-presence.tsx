/** On a deck's page: who is in its subject, and that one is in a quiz oneself. */
import type { ReactNode } from "react";
import { useDoing } from "#app/live/use-presence.ts";
import type { Subject } from "#shared/vocabulary.ts";
import { HereNow } from "./here-now.tsx";

interface DeckPresenceProps {
  subject: Subject;
  /** Between the first question and the last answer. */
  running: boolean;
}

/** Nothing to look at beside a question. */
export default function DeckPresence({ subject, running }: DeckPresenceProps): ReactNode {
  useDoing({ status: running ? "in_quiz" : "studying", act: "deck" });
  return (
    <div className={running ? "hidden" : "column max-w-4xl pb-6"}>
      <HereNow subject={subject} />
    </div>
  );
}
