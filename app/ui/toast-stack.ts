/** Which short news are shown together. */

/** What can be done about the news, such as taking it back. */
export interface ToastDeed {
  words: string;
  act(): void;
}

export interface Toast {
  words: string;
  deed: ToastDeed | undefined;
  /** Tells it from the others that are shown. */
  n: number;
}

/**
 * More than three would hide the page: the oldest goes. The same words again are one piece of news,
 * with all its time before it.
 */
export function addToast(
  shown: readonly Toast[],
  words: string,
  deed?: ToastDeed,
): readonly Toast[] {
  const others = shown.filter((one) => one.words !== words).slice(-2);
  return [...others, { words, deed, n: (shown.at(-1)?.n ?? 0) + 1 }];
}
