/** The subject's skills over the last runs: one stone a run, filled as far as it went. */
import { clsx } from "clsx";
import type { Outputs } from "#app/trpc.ts";
import { Card } from "#app/ui/card.tsx";
import { TickIcon } from "#app/ui/icons.tsx";
import { formatDay } from "#app/ui/time-format.ts";
import { useWords } from "#app/words/use-words.ts";
import { useSkillName } from "./skill-names.ts";

type Result = Outputs["microDecks"]["result"];
type Cell = Result["skillMap"]["skills"][number]["cells"][number];

/** Nothing with a single run: the list beside it says the same. Phones have room for six runs. */
export function SkillHeatmap({ result }: { result: Result }) {
  const t = useWords("result");
  const s = useWords("shell");
  const skillName = useSkillName();
  const { runs, skills } = result.skillMap;
  if (runs.length < 2) return null;
  return (
    <Card aria-labelledby="skill-map">
      <h2 id="skill-map" className="text-head">
        {t("run_by_run", { subject: s(`subject_${result.deck.subject}`) })}
      </h2>
      <p className="mt-1 text-soft">{t("newest")}</p>
      <div className="mt-4">
        <table className="w-full border-separate border-spacing-x-1 border-spacing-y-1.5">
          <thead className="sr-only">
            <tr>
              <th scope="col">{t("skill")}</th>
              {runs.map((run, index) => (
                <th
                  key={run.at}
                  scope="col"
                  className={index < runs.length - 6 ? "max-sm:hidden" : undefined}
                >{`${run.title}, ${formatDay(run.at, t.locale)}`}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {skills.map(({ skill, cells }) => (
              <tr key={skill}>
                <th
                  scope="row"
                  className="pe-2 text-start font-normal text-[0.9375rem] leading-tight"
                >
                  {skillName(skill)}
                </th>
                {cells.map((cell, index) => (
                  <td
                    key={runs[index]?.at ?? index}
                    className={clsx("w-7 p-0", index < cells.length - 6 && "max-sm:hidden")}
                  >
                    <Mark cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm text-soft">
        <Key cell={{ correct: 1, total: 1 }} words={t("key_right")} />
        <Key cell={{ correct: 0, total: 1 }} words={t("key_practise")} />
        <Key cell={null} words={t("key_not_asked")} />
      </p>
    </Card>
  );
}

function Key({ cell, words }: { cell: Cell; words: string }) {
  return (
    <span aria-hidden="true" className="inline-flex items-center gap-1.5">
      <Mark cell={cell} />
      {words}
    </span>
  );
}

function Mark({ cell }: { cell: Cell }) {
  const t = useWords("result");
  const s = useWords("shell");
  if (!cell) {
    return (
      <span className="flex size-7 items-center justify-center">
        <span className="size-1.5 rounded-full bg-line" />
        <span className="sr-only">{t("key_not_asked")}</span>
      </span>
    );
  }
  const all = cell.correct === cell.total;
  return (
    <span
      className={clsx(
        "flex size-7 items-center justify-center rounded-[46%_54%_50%_50%/54%_46%_54%_46%] border-2 font-bold text-xs",
        all ? "border-leaf bg-leaf-soft text-leaf" : "border-line-strong text-soft",
      )}
    >
      <span aria-hidden="true">
        {all ? <TickIcon className="size-4" /> : cell.correct > 0 ? cell.correct : ""}
      </span>
      <span className="sr-only">
        {s("score_right", { score: cell.correct, total: cell.total })}
      </span>
    </span>
  );
}
