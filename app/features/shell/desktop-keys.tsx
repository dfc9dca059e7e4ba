/** Listens for keyboard shortcuts, and brings the palette and the list when they are wanted. */
import { useNavigate } from "@remix-run/react";
import { Search } from "lucide-react";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { iconButton } from "#app/ui/button.tsx";
import { useToast } from "#app/ui/toast.tsx";
import { useWords } from "#app/words/use-words.ts";
import type CommandPalette from "./command-palette.tsx";
import { keyPlaces, keysAreOff, readKey } from "./shortcuts.ts";
import type { Viewer } from "./viewer.ts";

const load = {
  palette: () => import("./command-palette.tsx"),
  list: () => import("./shortcut-list.tsx"),
};

type Name = keyof typeof load;
/** Both are given the same. */
type Dialog = typeof CommandPalette;

/** A field has the key, a dialog has it, or another part has already used it. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.repeat) return true;
  const target = event.target as HTMLElement | null;
  return target?.closest?.("input,textarea,select,[contenteditable],[role=dialog]") != null;
}

function useShortcuts(viewer: Viewer, show: (what: Name) => void): void {
  const navigate = useNavigate();
  const begunAt = useRef<number | null>(null);
  useEffect(() => {
    const places = keyPlaces(viewer);
    const listen = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, timeStamp: at } = event;
      const press = { key, command: ctrlKey || metaKey, alt: altKey, typing: isTaken(event), at };
      const off = keysAreOff(document.cookie);
      const meaning = readKey(press, { places, begunAt: begunAt.current, off });
      begunAt.current = meaning.kind === "wait" ? at : null;
      if (meaning.kind === "nothing" || meaning.kind === "wait") return;
      event.preventDefault();
      if (meaning.kind === "go") navigate(meaning.to);
      else show(meaning.kind);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [viewer, navigate, show]);
}

/** What is open; once it is closed, the focus goes back to where it was before. */
function useShown() {
  const t = useWords("shell");
  const say = useToast();
  const [Shown, setShown] = useState<Dialog | null>(null);
  const before = useRef<HTMLElement | null>(null);
  const show = useCallback(
    (what: Name) => {
      const at = document.activeElement;
      if (at instanceof HTMLElement && !at.closest("[role=dialog]")) before.current = at;
      // The next press asks for the file again.
      load[what]().then(
        (part) => setShown(() => part.default),
        () => say(t("failure_UNAVAILABLE")),
      );
    },
    [say, t],
  );
  const giveBack = (event: Event) => {
    event.preventDefault();
    before.current?.focus({ preventScroll: true });
  };
  return { Shown, show, close: () => setShown(null), giveBack };
}

export default function DesktopKeys({ viewer }: { viewer: Viewer }): ReactNode {
  const t = useWords("shell");
  const { Shown, show, close, giveBack } = useShown();
  useShortcuts(viewer, show);
  return (
    <>
      <button
        type="button"
        className={iconButton}
        aria-label={t("palette_open")}
        title={t("palette_open_key")}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => show("palette")}
      >
        <Search aria-hidden="true" className="size-5" />
      </button>
      {Shown ? (
        <Shown
          viewer={viewer}
          close={close}
          giveBack={giveBack}
          showShortcuts={() => show("list")}
        />
      ) : null}
    </>
  );
}
