/** Says that the network is gone, and for a moment that it is back. */
import { clsx } from "clsx";
import { Wifi, WifiOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useOnline } from "./use-online.ts";

export interface OfflineWords {
  offline: string;
  /** Goes with it; on a phone it is only said, so that the page's head is not covered. */
  old: string;
  back: string;
}

const backMs = 4_000;

/** The region is always there, so that screen readers hear what appears in it. */
export function OfflineNotice({ words }: { words: OfflineWords }) {
  const online = useOnline();
  const [back, setBack] = useState(false);
  const [was, setWas] = useState(online);
  if (was !== online) {
    setWas(online);
    setBack(online);
  }
  useEffect(() => {
    if (!back) return;
    const timer = setTimeout(() => setBack(false), backMs);
    return () => clearTimeout(timer);
  }, [back]);
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-17.5 z-40 px-4">
      <OfflineSign state={online ? (back ? "back" : "quiet") : "offline"} words={words} />
    </div>
  );
}

type Network = "quiet" | "offline" | "back";

export function OfflineSign({ state, words }: { state: Network; words: OfflineWords }) {
  if (state === "quiet") return null;
  const Icon = state === "offline" ? WifiOff : Wifi;
  return (
    <p
      className={clsx(
        "mx-auto flex w-fit max-w-full animate-rise items-center gap-2.5 rounded-control px-4 py-1 font-bold text-[0.9375rem] shadow-lg",
        state === "offline" ? "bg-pine text-on-pine" : "bg-leaf-soft text-leaf",
      )}
    >
      <Icon aria-hidden="true" className="size-5 shrink-0" />
      <span>
        {words[state]}
        {state === "offline" ? <span className="max-sm:sr-only">{` ${words.old}`}</span> : null}
      </span>
    </p>
  );
}
