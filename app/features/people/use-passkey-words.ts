/** Says what went wrong with a passkey. */
import { useWords } from "#app/words/use-words.ts";
import type { ErrorCode } from "#shared/errors.ts";
import type { PasskeyProblem } from "./passkey-browser.ts";

export function usePasskeyWords(): (problem: PasskeyProblem) => string {
  const t = useWords("people");
  const s = useWords("shell");
  return (problem) => (isFailure(problem) ? s(problem) : t(`passkey_${problem}`));
}

function isFailure(problem: PasskeyProblem): problem is `failure_${ErrorCode}` {
  return problem.startsWith("failure_");
}
