/** What to say of a code that was not taken. */
import type { Outputs, Refusal } from "#app/trpc.ts";

type Checked =
  | Outputs["security"]["confirmSecondFactor"]
  | Outputs["security"]["checkSecondFactor"]
  | Outputs["security"]["revokeSecondFactor"];

export function codeProblem(answer: { status: "done"; value: Checked } | Refusal): string {
  if (answer.status === "done" && answer.value.status === "wait") {
    const minutes = Math.ceil(answer.value.retryAfterS / 60);
    return `Too many wrong codes. Please wait ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`;
  }
  return "That code is not right, or it was used already. Wait for the next one.";
}
