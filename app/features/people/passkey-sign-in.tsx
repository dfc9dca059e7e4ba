/** The button "Use a passkey", and passkeys offered in the address field where browsers can. */
import { KeyRound } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useWords } from "#app/words/use-words.ts";
import type { PasskeyOutcome, PasskeyProblem } from "./passkey-browser.ts";
import { usePasskeyWords } from "./use-passkey-words.ts";

const load = () => import("./passkey-browser.ts");

export function PasskeySignIn({ returnTo }: { returnTo: string | null }) {
  const t = useWords("people");
  const passkeyWords = usePasskeyWords();
  const [usable, setUsable] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PasskeyProblem | null>(null);
  useEffect(() => {
    setUsable(typeof window.PublicKeyCredential === "function");
    return offerInField(returnTo, setProblem);
  }, [returnTo]);
  const ask = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const { signInByPasskey } = await load();
    follow(await signInByPasskey(returnTo), setProblem);
    setBusy(false);
  };
  // Without a script, or a browser that knows passkeys, the mail is the way.
  if (!usable) return null;
  return (
    <div className="mt-4 grid gap-4">
      <Button size="large" wide onClick={ask} aria-disabled={busy}>
        <KeyRound aria-hidden="true" />
        {t(busy ? "one_moment" : "use_passkey")}
      </Button>
      {problem ? (
        <Notice tone="care" live>
          {passkeyWords(problem)}
        </Notice>
      ) : null}
    </div>
  );
}

/** A whole new page: everything on it is the signed-in person's. */
function follow(outcome: PasskeyOutcome, say: (problem: PasskeyProblem) => void): void {
  if (outcome.status === "done") window.location.assign(outcome.returnTo);
  if (outcome.status === "failed") say(outcome.problem);
}

/** Answers what ends the offer. */
function offerInField(returnTo: string | null, say: (problem: PasskeyProblem) => void): () => void {
  let gone = false;
  const offer = async () => {
    const can = await window.PublicKeyCredential?.isConditionalMediationAvailable?.();
    if (!can || gone) return;
    const { signInByPasskey } = await load();
    if (!gone) follow(await signInByPasskey(returnTo, true), say);
  };
  void offer();
  return () => {
    gone = true;
    void load().then(({ forgetPasskeyQuestion }) => forgetPasskeyQuestion());
  };
}
