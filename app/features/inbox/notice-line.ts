/** What is said of a notice, and where it leads. */
import type { Outputs } from "#app/trpc.ts";
import type { Words } from "#app/words/say.ts";
import { subjects } from "#shared/vocabulary.ts";

type Notice = Outputs["inbox"]["list"]["items"][number];

export function noticeLine(
  { type, props }: Pick<Notice, "type" | "props">,
  t: Words<"inbox">,
  shell: Words<"shell">,
): { words: string; to: string } {
  if (type === "challenge_decided") {
    const scores = {
      yours: Number(props["yours"]),
      theirs: Number(props["theirs"]),
      total: Number(props["total"]),
    };
    const outcome = outcomeOf(scores.yours - scores.theirs);
    return { words: t(`challenge_${outcome}`, scores), to: `/fvm/${props["deckId"]}` };
  }
  if (type === "points_checked") {
    const subject = subjects.find((known) => known === props["subject"]) ?? "algebra";
    const said = { count: Number(props["points"]), subject: shell(`subject_${subject}`) };
    const words = props["counted"] ? t("points_count", said) : t("points_out", said);
    return { words, to: `/leaderboards/${subject}` };
  }
  return { words: t(`notice_${type}`), to: places[type] };
}

const places = {
  invite_joined: "/links",
  friends_made: "/friends",
  guardian_agreed: "/home",
  sharing_stopped: "/settings",
} as const;

/** Equal scores are told apart by time, which the page behind the notice shows. */
function outcomeOf(lead: number): "won" | "lost" | "level" {
  if (lead === 0) return "level";
  return lead > 0 ? "won" : "lost";
}
