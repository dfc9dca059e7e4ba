/** The button that makes a passkey on this device. */
import { useRevalidator } from "@remix-run/react";
import { Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useToast } from "#app/ui/toast.tsx";

export function AddPasskey() {
  const [usable, setUsable] = useState<boolean | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { revalidate } = useRevalidator();
  const say = useToast();
  useEffect(() => setUsable(typeof window.PublicKeyCredential === "function"), []);
  const add = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const { addPasskey } = await import("./passkey-browser.ts");
    const outcome = await addPasskey();
    if (outcome.status === "failed") setProblem(outcome.words);
    if (outcome.status === "done") {
      say("Your passkey is ready.");
      revalidate();
    }
    setBusy(false);
  };
  if (usable === false) {
    return <p className="mt-4 text-soft">This browser does not know passkeys.</p>;
  }
  return (
    <div className="mt-4 grid justify-items-start gap-4">
      <Button size="small" onClick={add} aria-disabled={busy || usable === null}>
        <Plus aria-hidden="true" />
        {busy ? "One moment…" : "Add a passkey"}
      </Button>
      {problem ? (
        <Notice tone="care" live>
          {problem}
        </Notice>
      ) : null}
      <noscript>
        <p>Adding a passkey needs JavaScript, which is switched off here.</p>
      </noscript>
    </div>
  );
}
