/** On touch devices a feed is asked for again when one pulls its top down. */
import { clsx } from "clsx";
import { RefreshCw } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { enoughPx, isEnough, movePull, type Pull, startPull } from "./pull.ts";

interface PullToRefreshProps {
  /** Said to screen readers while it goes on. */
  words: string;
  busy: boolean;
  refresh(): void;
  children: ReactNode;
}

export function PullToRefresh({ words, busy, refresh, children }: PullToRefreshProps) {
  const shown = usePull(refresh);
  return (
    <>
      <RefreshSign words={words} busy={busy} shown={shown} />
      {children}
    </>
  );
}

interface RefreshSignProps {
  words: string;
  busy: boolean;
  /** Pixels below its place. */
  shown: number;
}

export function RefreshSign({ words, busy, shown }: RefreshSignProps) {
  const y = busy ? enoughPx : shown;
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-8 z-20 flex justify-center"
      style={{ transform: `translateY(${y}px)`, opacity: y === 0 ? 0 : 1 }}
    >
      <span className="rounded-full bg-card p-2.5 text-river shadow-lg">
        <RefreshCw
          aria-hidden="true"
          className={clsx("size-5", busy && "animate-spin")}
          style={{ transform: `rotate(${y * 3}deg)` }}
        />
      </span>
      {busy ? <span className="sr-only">{words}</span> : null}
    </div>
  );
}

/** How far the sign is pulled down. The browser's own pull, which loads all anew, is held back. */
function usePull(refresh: () => void): number {
  const [shown, setShown] = useState(0);
  const pull = useRef<Pull | null>(null);
  const act = useRef(refresh);
  act.current = refresh;
  useEffect(() => {
    const to = (next: Pull | null) => {
      pull.current = next;
      setShown(next?.shown ?? 0);
    };
    const begin = ({ touches }: TouchEvent) => {
      const [finger] = touches;
      const atTop = window.scrollY <= 0 && touches.length === 1;
      to(finger && atTop ? startPull(finger.clientX, finger.clientY) : null);
    };
    const move = ({ touches }: TouchEvent) => {
      const [finger] = touches;
      if (finger && pull.current) to(movePull(pull.current, finger.clientX, finger.clientY));
    };
    const end = () => {
      if (pull.current && isEnough(pull.current)) act.current();
      to(null);
    };
    const drop = () => to(null);
    const heard = { touchstart: begin, touchmove: move, touchend: end, touchcancel: drop };
    for (const [name, listen] of Object.entries(heard)) {
      document.addEventListener(name as "touchstart", listen as typeof begin, { passive: true });
    }
    const { style } = document.documentElement;
    style.overscrollBehaviorY = "contain";
    return () => {
      for (const [name, listen] of Object.entries(heard)) {
        document.removeEventListener(name as "touchstart", listen as typeof begin);
      }
      style.overscrollBehaviorY = "";
    };
  }, []);
  return shown;
}
