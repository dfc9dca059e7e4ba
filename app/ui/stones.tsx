/** Progress through a deck: one stepping stone for each question, from bank to bank. */
import { clsx } from "clsx";
import { useWords } from "#app/words/use-words.ts";
import { TickIcon } from "./icons.tsx";

export type Stone = "right" | "learned" | "held" | "here" | "ahead";

const looks: Record<Stone, string> = {
  right: "border-sun-edge bg-sun text-on-sun",
  learned: "border-line-strong bg-card text-soft",
  held: "border-river border-dashed bg-card text-river",
  here: "border-river bg-river-soft text-river",
  ahead: "border-line bg-well text-transparent",
};

/** Slightly different stones, so that the row looks laid by hand. */
const shapes = [
  "rounded-[48%_52%_46%_54%/56%_52%_48%_44%]",
  "rounded-[54%_46%_52%_48%/50%_56%_44%_50%]",
  "rounded-[46%_54%_50%_50%/54%_46%_54%_46%]",
];

export function Stones({ stones, label }: { stones: readonly Stone[]; label: string }) {
  const t = useWords("shell");
  return (
    <ol aria-label={label} className="flex items-center">
      {stones.map((stone, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stone is its place in the row.
        <li key={index} className="flex grow items-center first:grow-0">
          {index > 0 ? (
            <span className="h-0 grow border-line-strong border-t-3 border-dotted" />
          ) : null}
          <span
            className={clsx(
              "flex h-8 w-9 items-center justify-center border-2 font-display font-extrabold text-sm sm:h-9 sm:w-11",
              shapes[index % shapes.length],
              looks[stone],
              stone === "here" && "animate-pop border-3",
            )}
          >
            <span className="sr-only">
              {t("stone", { number: index + 1, state: t(`stone_${stone}`) })}
            </span>
            <span aria-hidden="true">
              {stone === "right" ? (
                <TickIcon className="size-4.5" />
              ) : stone === "ahead" ? (
                ""
              ) : (
                index + 1
              )}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
