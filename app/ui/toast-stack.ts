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

/** More than these would hide the page: the oldest goes. */
const most = 3;

/** The same words again are one piece of news, with all its time before it. */
export function addToast(
  shown: readonly Toast[],
  words: string,
  deed?: ToastDeed,
): readonly Toast[] {
  const others = shown.filter((one) => one.words !== words);
  return [...others.slice(1 - most), { words, deed, n: (shown.at(-1)?.n ?? 0) + 1 }];
}
