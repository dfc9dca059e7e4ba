/** What to say of a code that was not taken. */
import type { Outputs, Refusal } from "#app/trpc.ts";
import type { Words } from "#app/words/say.ts";

type Checked =
  | Outputs["security"]["confirmSecondFactor"]
  | Outputs["security"]["checkSecondFactor"]
  | Outputs["security"]["revokeSecondFactor"];

export function codeProblem(
  t: Words<"security">,
  answer: { status: "done"; value: Checked } | Refusal,
): string {
  if (answer.status === "done" && answer.value.status === "wait") {
    return t("wait", { count: Math.ceil(answer.value.retryAfterS / 60) });
  }
  return t("wrong_code");
}
