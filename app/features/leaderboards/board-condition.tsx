/** Says when a board does not move: its period is over, it is put together anew, or one is offline. */
import { Notice } from "#app/ui/notice.tsx";
import { useOnline } from "#app/ui/use-online.ts";
import { rich } from "#app/words/rich.tsx";
import { useWords } from "#app/words/use-words.ts";
import type { Period } from "#shared/vocabulary.ts";
import type { Board } from "./board-rows.tsx";

interface BoardConditionProps {
  state: Board["state"];
  period: Period;
  /** Where the board of now is. */
  to: string;
}

export function BoardCondition({ state, period, to }: BoardConditionProps) {
  const t = useWords("boards");
  const online = useOnline();
  if (state === "frozen") {
    const title = t(period === "daily" ? "over_daily" : "over_weekly");
    const link = (words: string) => (
      <a href={to} className="font-bold underline">
        {words}
      </a>
    );
    return (
      <Notice tone="good" live className="mt-5" title={title}>
        <p>{rich(t, "stays", { link })}</p>
      </Notice>
    );
  }
  if (!online) {
    return (
      <Notice tone="care" live className="mt-5" title={t("offline")}>
        <p>{t("offline_text")}</p>
      </Notice>
    );
  }
  if (state === "rebuilding") {
    return (
      <Notice live className="mt-5" title={t("rebuilding")}>
        <p>{t("rebuilding_text")}</p>
      </Notice>
    );
  }
  return null;
}
