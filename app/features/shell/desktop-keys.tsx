/** Listens for keyboard shortcuts, and brings the palette and the list when they are first wanted. */
import { useNavigate } from "@remix-run/react";
import { Search } from "lucide-react";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { iconButton } from "#app/ui/button.tsx";
import { paletteWords, shortcutWords } from "./palette-words.ts";
import { keyPlaces, keysAreOff, readKey } from "./shortcuts.ts";
import type { Viewer } from "./viewer.ts";

const CommandPalette = lazy(() => import("./command-palette.tsx"));
const ShortcutList = lazy(() => import("./shortcut-list.tsx"));

type Shown = "palette" | "list" | null;

/** A field has the key, a dialog has it, or another part has already used it. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.repeat) return true;
  const target = event.target as HTMLElement | null;
  return target?.closest?.("input,textarea,select,[contenteditable],[role=dialog]") != null;
}

function useShortcuts(viewer: Viewer, show: (what: Shown) => void): void {
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
  const [shown, setShown] = useState<Shown>(null);
  const before = useRef<HTMLElement | null>(null);
  const show = useCallback((what: Shown) => {
    const at = document.activeElement;
    if (at instanceof HTMLElement && !at.closest("[role=dialog]")) before.current = at;
    setShown(what);
  }, []);
  const giveBack = (event: Event) => {
    event.preventDefault();
    before.current?.focus({ preventScroll: true });
  };
  return { shown, show, close: () => setShown(null), giveBack };
}

export default function DesktopKeys({ viewer }: { viewer: Viewer }): ReactNode {
  const { shown, show, close, giveBack } = useShown();
  useShortcuts(viewer, show);
  return (
    <>
      <button
        type="button"
        className={iconButton}
        aria-label={paletteWords.open}
        title={`${paletteWords.open} (Ctrl K)`}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => show("palette")}
      >
        <Search aria-hidden="true" className="size-5" />
      </button>
      <Suspense fallback={null}>
        {shown === "palette" ? (
          <CommandPalette
            viewer={viewer}
            words={paletteWords}
            close={close}
            giveBack={giveBack}
            showShortcuts={() => show("list")}
          />
        ) : null}
        {shown === "list" ? (
          <ShortcutList viewer={viewer} words={shortcutWords} close={close} giveBack={giveBack} />
        ) : null}
      </Suspense>
    </>
  );
}
