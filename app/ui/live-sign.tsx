/** Says whether what one sees moves by itself right now. */
import { clsx } from "clsx";
import { useWords } from "#app/words/use-words.ts";

export type LiveState = "connecting" | "live" | "closed";

export function LiveSign({ live }: { live: LiveState }) {
  const t = useWords("shell");
  if (live === "closed") return null;
  return (
    <p
      role="status"
      className="inline-flex items-center gap-2 font-bold text-[0.9375rem] text-soft"
    >
      <span
        aria-hidden="true"
        className={clsx(
          "size-2.5 rounded-full",
          live === "live" ? "bg-leaf" : "border-2 border-line-strong",
        )}
      />
      {t(live)}
    </p>
  );
}
