/** A subject's people right now: how many, some faces, what they do. */
import { clsx } from "clsx";
import { usePresence } from "#app/live/use-presence.ts";
import { useWords } from "#app/words/use-words.ts";
import type { Subject } from "#shared/vocabulary.ts";
import { Faces } from "./faces.tsx";
import { doingWords, hereWords } from "./presence-words.ts";
import { useCalm } from "./use-calm.ts";

/** Counts the viewer there, too, while it is shown. */
export function HereNow({ subject }: { subject: Subject }) {
  const t = useWords("presence");
  const s = useWords("shell");
  const { n, by, people, live } = usePresence(subject);
  const name = s(`subject_${subject}`);
  const here = n === null ? t("looking") : hereWords(s, n);
  const said = useCalm(n === null ? "" : t("said", { subject: name, here }));
  if (live === "closed") return null;
  return (
    <section
      aria-label={t("in_subject", { subject: name })}
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
        <span className="block font-bold">{here}</span>
        <span className="block text-[0.9375rem] text-soft">
          {live === "live" ? doingWords(t, by) || name : s("connecting")}
        </span>
      </span>
      <Faces people={people} most={4} />
      <span role="status" className="sr-only">
        {said}
      </span>
    </section>
  );
}
