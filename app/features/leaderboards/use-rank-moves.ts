/** Lets rows glide to their new rank instead of jumping there. */
import { type RefObject, useLayoutEffect, useRef } from "react";

const glideMs = 420;

/** Each child of the list carries `data-handle`; `order` is the handles from top to bottom. */
export function useRankMoves<E extends HTMLElement>(order: readonly string[]): RefObject<E> {
  const list = useRef<E>(null);
  const before = useRef(new Map<string, number>());
  const key = order.join();
  useBrowserLayoutEffect(() => {
    const after = new Map<string, number>();
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const rows = list.current?.querySelectorAll<HTMLElement>("[data-handle]") ?? [];
    const gap = list.current ? Number.parseFloat(getComputedStyle(list.current).rowGap) || 0 : 0;
    for (const [index, row] of rows.entries()) {
      const handle = row.dataset["handle"] ?? "";
      // Rows are equally high; one's own may be stuck elsewhere, so its offset says nothing.
      const top = index * (row.offsetHeight + gap);
      const old = before.current.get(handle);
      after.set(handle, top);
      if (still || before.current.size === 0 || old === top) continue;
      const from = old === undefined ? { opacity: 0 } : { transform: `translateY(${old - top}px)` };
      row.animate([from, {}], { duration: glideMs, easing: "cubic-bezier(0.3, 0.9, 0.3, 1)" });
    }
    before.current = after;
  }, [key]);
  return list;
}

/** The server lays nothing out, and React would say so. */
const useBrowserLayoutEffect = typeof document === "undefined" ? () => {} : useLayoutEffect;
