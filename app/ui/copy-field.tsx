/** A text to be copied: selected at a touch, copied by a button. */
import { Copy } from "lucide-react";
import { useId, useState } from "react";
import { useWords } from "#app/words/use-words.ts";
import { Button } from "./button.tsx";
import { useAwake } from "./use-awake.ts";

interface CopyFieldProps {
  label: string;
  value: string;
  /** So many lines; one by default. */
  rows?: number;
}

export function CopyField({ label, value, rows = 1 }: CopyFieldProps) {
  const id = useId();
  const t = useWords("shell");
  const [done, setDone] = useState<"copy" | "copied" | "copy_by_hand">("copy");
  const awake = useAwake();
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setDone("copied"),
      () => setDone("copy_by_hand"),
    );
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-bold">
        {label}
      </label>
      <textarea
        id={id}
        readOnly
        rows={rows}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        className="w-full resize-none break-all rounded-control border-2 border-line-strong bg-card px-3 py-2.5 font-bold text-ink"
      />
      <Button size="small" className="mt-2 disabled:opacity-100" onClick={copy} disabled={!awake}>
        <Copy aria-hidden="true" />
        <span aria-live="polite">{t(done)}</span>
      </Button>
    </div>
  );
}
