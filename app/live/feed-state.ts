/** What a page knows of the activity feed: begun from the loader's page, moved on by frames. Pure. */
import type { ActivityType, ReactionCounts, ReactionKind } from "#shared/activity.ts";
import type { FeedItem, RoomMember, ServerFrame } from "#shared/protocol/server-frames.ts";

/** Of two counts the one with the greater `v` is the newer. */
export interface Reactions {
  counts: ReactionCounts;
  yours: ReactionKind | null;
  v: number;
}

export type FeedEntry = FeedItem & { you: boolean; reactions: Reactions };

/** What `activity.feed` answers. */
export interface FeedPage {
  items: readonly FeedEntry[];
  nextCursor: string | null;
}

/** A reaction that the server has not confirmed yet; `n` is the newest of the person's taps. */
interface Tap {
  kind: ReactionKind | null;
  n: number;
}

export interface FeedState {
  /** What one is called in this room. */
  handle: string | null;
  /** Only these are shown; null: all. */
  type: ActivityType | null;
  /** Newest first, each once: known by their id. */
  items: readonly FeedEntry[];
  nextCursor: string | null;
  /** How many came while one looked, and were not yet taken note of. */
  fresh: number;
  taps: Readonly<Record<string, Tap>>;
  /** Grows when something may have been missed: the newest page is wanted again. */
  asked: number;
}

const none: Reactions = { counts: {}, yours: null, v: 0 };

export function startFeed(page: FeedPage, type: ActivityType | null): FeedState {
  const { items, nextCursor } = page;
  return { handle: null, type, items, nextCursor, fresh: 0, taps: {}, asked: 0 };
}

/** What a room says. A snapshot, and each new connection, may stand for news that were missed. */
export function hearFeed(state: FeedState, frame: ServerFrame): FeedState {
  switch (frame.type) {
    case "welcome":
      return { ...state, handle: frame.body.handle, asked: state.asked + 1 };
    case "snap": {
      const next = addLive(renamed(state, frame.body.members), frame.body.feed);
      return { ...next, asked: next.asked + 1 };
    }
    case "diff":
      return renamed(state, [...frame.body.upd, ...frame.body.join]);
    case "ev":
      return addLive(state, frame.body.items);
    case "rx": {
      const { ev, counts, v } = frame.body;
      return onEntry(state, ev, ({ reactions }) => newer(reactions, { ...reactions, counts, v }));
    }
    default:
      return state;
  }
}

function addLive(state: FeedState, items: readonly FeedItem[]): FeedState {
  const known = new Set(state.items.map(({ id }) => id));
  const fresh = items
    .filter(({ id, type }) => !known.has(id) && (state.type === null || state.type === type))
    .map((item) => ({ ...item, you: item.handle === state.handle, reactions: none }));
  if (fresh.length === 0) return state;
  const others = fresh.filter(({ you }) => !you).length;
  return { ...state, items: inOrder([...fresh, ...state.items]), fresh: state.fresh + others };
}

/**
 * The newest page, asked again. Where it does not reach what is known there may be a gap between:
 * then it replaces the list, and the rest is asked for from its end.
 */
export function takeNewest(state: FeedState, page: FeedPage): FeedState {
  const known = new Map(state.items.map((item) => [item.id, item]));
  const reaches = page.nextCursor === null || page.items.some(({ id }) => known.has(id));
  const fresh = page.items.filter(({ id, you }) => !known.has(id) && !you).length;
  const shown = reaches ? state.items : state.items.filter((item) => isAbove(item, page));
  const nextCursor = reaches ? state.nextCursor : page.nextCursor;
  const items = merged(shown, page.items);
  return { ...state, items, nextCursor, fresh: state.fresh + fresh };
}

/** What came live while the page was asked for is newer than all of it. */
function isAbove(item: FeedEntry, page: FeedPage): boolean {
  const [first] = page.items;
  return !first || item.createdAt > first.createdAt;
}

/** The page after the last one. */
export function takeOlder(state: FeedState, page: FeedPage): FeedState {
  return { ...state, items: merged(state.items, page.items), nextCursor: page.nextCursor };
}

function merged(before: readonly FeedEntry[], page: readonly FeedEntry[]): FeedEntry[] {
  const byId = new Map(before.map((item) => [item.id, item]));
  for (const item of page) {
    const old = byId.get(item.id);
    byId.set(item.id, old ? { ...item, reactions: newer(old.reactions, item.reactions) } : item);
  }
  return inOrder([...byId.values()]);
}

function inOrder(items: readonly FeedEntry[]): FeedEntry[] {
  return [...items].sort((x, y) => y.createdAt - x.createdAt || (x.id < y.id ? 1 : -1));
}

function newer(a: Reactions, b: Reactions): Reactions {
  return b.v >= a.v ? b : a;
}

function onEntry(state: FeedState, id: string, change: (entry: FeedEntry) => Reactions): FeedState {
  const items = state.items.map((item) =>
    item.id === id ? { ...item, reactions: change(item) } : item,
  );
  return { ...state, items };
}

/** Lines of somebody with a new alias tell the new one. */
function renamed(
  state: FeedState,
  members: readonly Pick<RoomMember, "handle" | "alias">[],
): FeedState {
  const aliases = new Map(members.map(({ handle, alias }) => [handle, alias]));
  const isOld = ({ handle, alias }: FeedEntry) => (aliases.get(handle) ?? alias) !== alias;
  if (!state.items.some(isOld)) return state;
  const items = state.items.map((item) =>
    isOld(item) ? { ...item, alias: aliases.get(item.handle) ?? item.alias } : item,
  );
  return { ...state, items };
}

/** Shows the person's tap at once. */
export function tapReaction(state: FeedState, id: string, kind: ReactionKind | null): FeedState {
  const n = (state.taps[id]?.n ?? 0) + 1;
  return { ...state, taps: { ...state.taps, [id]: { kind, n } } };
}

/** The server's answer to the `n`-th tap; null when it failed, and the tap is taken back. */
export function settleTap(
  state: FeedState,
  id: string,
  n: number,
  answer: Reactions | null,
): FeedState {
  const next = answer ? onEntry(state, id, (entry) => newer(entry.reactions, answer)) : state;
  if (state.taps[id]?.n !== n) return next;
  const { [id]: _, ...taps } = state.taps;
  return { ...next, taps };
}

/** The reactions as they are shown: with a tap that is on its way. */
export function shownReactions({ taps }: Pick<FeedState, "taps">, entry: FeedEntry): Reactions {
  const { [entry.id]: tap } = taps;
  const { counts, yours, v } = entry.reactions;
  if (!tap || tap.kind === yours) return entry.reactions;
  const shown = { ...counts };
  if (yours) shown[yours] = Math.max(0, (shown[yours] ?? 0) - 1);
  if (tap.kind) shown[tap.kind] = (shown[tap.kind] ?? 0) + 1;
  return { counts: shown, yours: tap.kind, v };
}
