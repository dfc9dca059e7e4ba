/** What is said of people who are here. */
import type { Words } from "#app/words/say.ts";
import { type Activity, statuses } from "#shared/protocol/client-frames.ts";
import type { StatusCounts } from "#shared/protocol/server-frames.ts";

/** Such as `5 in a quiz, 2 looking around`; the empty text when nobody is here. */
export function doingWords(t: Words<"presence">, by: StatusCounts): string {
  return statuses
    .filter((status) => by[status] > 0)
    .map((status) => t(`several_${status}`, { count: by[status] }))
    .join(", ");
}

/** Such as `in a quiz`, or `at a board` for who only looks around. */
export function personWords(
  t: Words<"presence">,
  status: string,
  act: Activity | null | undefined,
): string {
  if (status === "online" && act) return t(`act_${act}`);
  const known = statuses.find((one) => one === status);
  return known ? t(`status_${known}`) : t("here");
}

/** Such as `3 people are here`. */
export function hereWords(t: Words<"shell">, n: number): string {
  return n === 0 ? t("here_nobody") : t("here_now", { count: n });
}
