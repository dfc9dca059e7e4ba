/** All keyboard shortcuts, as a list one can look at. */
import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import type { ReactNode } from "react";
import { iconButton } from "#app/ui/button.tsx";
import { useWords } from "#app/words/use-words.ts";
import { keyPlaces } from "./shortcuts.ts";
import type { Viewer } from "./viewer.ts";

interface ShortcutListProps {
  viewer: Viewer;
  close(): void;
  /** Gives the focus back to where it was. */
  giveBack(event: Event): void;
}

export default function ShortcutList({ viewer, close, giveBack }: ShortcutListProps) {
  const t = useWords("shell");
  return (
    <Dialog.Root open onOpenChange={close}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-pine-deep/70" />
        <Dialog.Content
          onCloseAutoFocus={giveBack}
          className="fixed top-1/2 left-1/2 z-50 max-h-[85dvh] w-[min(100%-2.5rem,30rem)] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-stone border border-line bg-card p-6 sm:p-8"
        >
          <div className="flex items-start justify-between gap-4">
            <Dialog.Title className="text-head">{t("shortcuts_title")}</Dialog.Title>
            <Dialog.Close className={`${iconButton} -mt-2 -mr-2`} aria-label={t("close")}>
              <X aria-hidden="true" className="size-5" />
            </Dialog.Close>
          </div>
          <Dialog.Description className="mt-1 text-soft">{t("shortcuts_text")}</Dialog.Description>
          <dl className="mt-5 divide-y divide-line">
            <Row name={t("palette_open")}>
              <Key>Ctrl</Key> <Key>K</Key> {t("shortcuts_or")} <Key>/</Key>
            </Row>
            {keyPlaces(viewer).map(({ name, letter }) => (
              <Row key={name} name={t(`go_to_${name}`)}>
                <Key>g</Key> {t("shortcuts_then")} <Key>{letter}</Key>
              </Row>
            ))}
            <Row name={t("shortcuts_list")}>
              <Key>?</Key>
            </Row>
          </dl>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-4 py-2.5">
      <dt className="font-bold">{name}</dt>
      <dd className="text-soft">{children}</dd>
    </div>
  );
}

export function Key({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-7 rounded-lg border border-line-strong border-b-3 bg-well px-1.5 text-center font-bold text-ink text-sm leading-6">
      {children}
    </kbd>
  );
}
