/** Says when a board does not move: its period is over, it is put together anew, or one is offline. */
import { Notice } from "#app/ui/notice.tsx";
import { useOnline } from "#app/ui/use-online.ts";
import type { Period } from "#shared/vocabulary.ts";
import type { Board } from "./board-rows.tsx";

interface BoardConditionProps {
  state: Board["state"];
  period: Period;
  /** Where the board of now is. */
  to: string;
}

export function BoardCondition({ state, period, to }: BoardConditionProps) {
  const online = useOnline();
  if (state === "frozen") {
    return (
      <Notice
        tone="good"
        live
        className="mt-5"
        title={`This ${period === "daily" ? "day" : "week"} is over`}
      >
        <p>
          {"The board stays as it is. "}
          <a href={to} className="font-bold underline">
            See the new one
          </a>
        </p>
      </Notice>
    );
  }
  if (!online) {
    return (
      <Notice tone="care" live className="mt-5" title="You are offline">
        <p>This is how the board stood. It moves again as soon as you are back.</p>
      </Notice>
    );
  }
  if (state === "rebuilding") {
    return (
      <Notice live className="mt-5" title="The board is being put together anew">
        <p>Every point is safe. Ranks move again in a moment.</p>
      </Notice>
    );
  }
  return null;
}
