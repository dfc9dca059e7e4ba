/** Asks before something that cannot be taken back. */
import { AlertDialog } from "radix-ui";
import type { ReactNode } from "react";
import { useWords } from "#app/words/use-words.ts";
import { Button } from "./button.tsx";

interface ConfirmDialogProps {
  /** The button that opens the question. */
  trigger: ReactNode;
  title: string;
  text: ReactNode;
  /** What the confirming button says: the deed itself. */
  deed: string;
  onConfirm(): void;
}

export function ConfirmDialog({ trigger, title, text, deed, onConfirm }: ConfirmDialogProps) {
  const t = useWords("shell");
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-pine-deep/70" />
        <AlertDialog.Content className="fixed top-1/2 left-1/2 z-50 w-[min(100%-2.5rem,28rem)] -translate-x-1/2 -translate-y-1/2 rounded-stone border border-line bg-card p-6 sm:p-8">
          <AlertDialog.Title className="text-head">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="mt-2 text-soft">{text}</div>
          </AlertDialog.Description>
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <AlertDialog.Cancel asChild>
              <Button>{t("keep_it")}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button tone="danger" onClick={onConfirm}>
                {deed}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
