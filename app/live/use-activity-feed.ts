/** The activity feed while one looks at it: pages, news, and reactions that show at once. */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { ActivityType, ReactionKind } from "#shared/activity.ts";
import type { ServerFrame } from "#shared/protocol/server-frames.ts";
import {
  type FeedPage,
  type FeedState,
  hearFeed,
  type Reactions,
  settleTap,
  shownReactions,
  startFeed,
  takeNewest,
  takeOlder,
  tapReaction,
} from "./feed-state.ts";

/** How the browser asks for more of this very feed, and reacts. */
export interface FeedSource {
  /** The newest page without a cursor. */
  load(cursor?: string): Promise<FeedPage>;
  react(id: string, kind: ReactionKind | null): Promise<Reactions>;
}

/** Frames of one moment ask for the newest page once; a page that did not come is asked again. */
const askAfterMs = 50;
const retryMs = 3_000;

class FeedStore {
  #state: FeedState;
  readonly #listeners = new Set<() => void>();
  /** Reactions to one event go one after the other: the last tap must be the last word. */
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(state: FeedState) {
    this.#state = state;
  }

  readonly get = (): FeedState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  change(move: (state: FeedState) => FeedState): void {
    const next = move(this.#state);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }

  /** Throws what the server refused, after the tap was taken back. */
  async react(source: FeedSource, id: string, kind: ReactionKind | null): Promise<void> {
    this.change((state) => tapReaction(state, id, kind));
    const n = this.#state.taps[id]?.n ?? 0;
    const before = this.#queues.get(id) ?? Promise.resolve();
    const asking = before.catch(() => {}).then(() => source.react(id, kind));
    this.#queues.set(id, asking);
    try {
      const answer = await asking;
      this.change((state) => settleTap(state, id, n, answer));
    } catch (error) {
      this.change((state) => settleTap(state, id, n, null));
      throw error;
    }
  }
}

/** `key` names the scope and the type; `page` is the loader's. Give `hear` to the feed's room. */
export function useActivityFeed(
  key: string,
  page: FeedPage,
  type: ActivityType | null,
  source: FeedSource,
) {
  const begin = () => ({ key, page, store: new FeedStore(startFeed(page, type)) });
  const [held, setHeld] = useState(begin);
  // Another key is another feed; React starts this render over with it, before anything is shown.
  if (held.key !== key) setHeld(begin());
  const { store } = held;
  const asks = useRef(source);
  asks.current = source;
  useEffect(() => {
    if (held.page !== page) held.store.change((state) => takeNewest(state, page));
  }, [held, page]);
  const state = useSyncExternalStore(store.subscribe, store.get, store.get);
  useNewestPage(store, state.asked, asks);
  const older = useOlderPages(store, asks);
  const hear = useCallback(
    (frame: ServerFrame) => store.change((before) => hearFeed(before, frame)),
    [store],
  );
  const { items, taps } = state;
  const shown = useMemo(
    () => items.map((item) => ({ ...item, reactions: shownReactions({ taps }, item) })),
    [items, taps],
  );
  return {
    items: shown,
    fresh: state.fresh,
    nextCursor: state.nextCursor,
    ...older,
    hear,
    seen: useCallback(() => store.change((before) => ({ ...before, fresh: 0 })), [store]),
    react: (id: string, kind: ReactionKind | null) => store.react(asks.current, id, kind),
  };
}

export type ActivityFeed = ReturnType<typeof useActivityFeed>;

/** Whatever happened while nobody listened is in the newest page. */
function useNewestPage(store: FeedStore, asked: number, asks: { current: FeedSource }): void {
  useEffect(() => {
    if (asked === 0) return;
    let over = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = () =>
      asks.current.load().then(
        (page) => over || store.change((state) => takeNewest(state, page)),
        () => {
          if (!over) timer = setTimeout(ask, retryMs);
        },
      );
    timer = setTimeout(ask, askAfterMs);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [store, asked, asks]);
}

function useOlderPages(store: FeedStore, asks: { current: FeedSource }) {
  const [loading, setLoading] = useState<"no" | "yes" | "failed">("no");
  const busy = useRef(false);
  const more = useCallback(async () => {
    const cursor = store.get().nextCursor;
    if (busy.current || cursor === null) return;
    busy.current = true;
    setLoading("yes");
    try {
      const page = await asks.current.load(cursor);
      // The list may have been replaced meanwhile: then this page is not the next one.
      if (store.get().nextCursor === cursor) store.change((state) => takeOlder(state, page));
      setLoading("no");
    } catch {
      setLoading("failed");
    } finally {
      busy.current = false;
    }
  }, [store, asks]);
  return { more, loading };
}
