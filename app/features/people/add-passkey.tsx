/** The button that makes a passkey on this device. */
import { useRevalidator } from "@remix-run/react";
import { Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useToast } from "#app/ui/toast.tsx";
import { useWords } from "#app/words/use-words.ts";
import type { PasskeyProblem } from "./passkey-browser.ts";
import { usePasskeyWords } from "./use-passkey-words.ts";

export function AddPasskey() {
  const t = useWords("people");
  const passkeyWords = usePasskeyWords();
  const [usable, setUsable] = useState<boolean | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PasskeyProblem | null>(null);
  const { revalidate } = useRevalidator();
  const say = useToast();
  useEffect(() => setUsable(typeof window.PublicKeyCredential === "function"), []);
  const add = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const { addPasskey } = await import("./passkey-browser.ts");
    const outcome = await addPasskey();
    if (outcome.status === "failed") setProblem(outcome.problem);
    if (outcome.status === "done") {
      say(t("passkey_ready"));
      revalidate();
    }
    setBusy(false);
  };
  if (usable === false) {
    return <p className="mt-4 text-soft">{t("passkey_no_browser")}</p>;
  }
  return (
    <div className="mt-4 grid justify-items-start gap-4">
      <Button size="small" onClick={add} aria-disabled={busy || usable === null}>
        <Plus aria-hidden="true" />
        {t(busy ? "one_moment" : "passkey_add")}
      </Button>
      {problem ? (
        <Notice tone="care" live>
          {passkeyWords(problem)}
        </Notice>
      ) : null}
      <noscript>
        <p>{t("passkey_no_script")}</p>
      </noscript>
    </div>
  );
}
