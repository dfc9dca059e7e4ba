/** What a page says of its age. */
import { formatDay } from "#app/ui/time-format.ts";
import type { Words } from "#app/words/say.ts";

/** Both in milliseconds since 1970; today needs no day. */
export function keptWords(t: Words<"shell">, at: number, now: number): string {
  const minute = { hour: "numeric", minute: "2-digit" } as const;
  const time = new Intl.DateTimeFormat(t.locale, minute).format(at);
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return t("kept_page", { when: today ? time : `${formatDay(at, t.locale)}, ${time}` });
}
