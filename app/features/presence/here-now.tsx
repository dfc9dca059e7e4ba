/** A subject's people right now: how many, some faces, what they do. */
import { clsx } from "clsx";
import { usePresence } from "#app/live/use-presence.ts";
import type { Subject } from "#shared/vocabulary.ts";
import { subjectNames } from "#shared/vocabulary.ts";
import { Faces } from "./faces.tsx";
import { doingWords, hereWords } from "./presence-words.ts";
import { useCalm } from "./use-calm.ts";

/** Counts the viewer there, too, while it is shown. */
export function HereNow({ subject }: { subject: Subject }) {
  const { n, by, people, live } = usePresence(subject);
  const words = n === null ? "Looking who is here…" : hereWords(n);
  const said = useCalm(n === null ? "" : `${subjectNames[subject]}: ${words}`);
  if (live === "closed") return null;
  return (
    <section
      aria-label={`In ${subjectNames[subject]} now`}
      className="flex min-h-17 items-center gap-4 rounded-block border border-line bg-card px-4 py-3"
    >
      <span
        aria-hidden="true"
        className={clsx(
          "size-3 shrink-0 rounded-full",
          live === "live" ? "bg-leaf" : "border-2 border-line-strong",
        )}
      />
      <span className="min-w-0 grow">
        <span className="block font-bold">{words}</span>
        <span className="block text-[0.9375rem] text-soft">
          {live === "live" ? doingWords(by) || subjectNames[subject] : "Connecting…"}
        </span>
      </span>
      <Faces people={people} most={4} />
      <span role="status" className="sr-only">
        {said}
      </span>
    </section>
  );
}
