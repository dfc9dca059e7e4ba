/** What the Worker, the pages and the service worker agree on about pages that are kept. */

/** The header in which a page says, as an opaque key, whom it was made for. */
export const personHeader = "X-Kept-For";

/** What a page says to the service worker. */
export type WorkerOrder =
  /** The newest state of a deck in progress; `run` is what the deck's pages hand about. */
  | { type: "keep-run"; path: string; run: unknown; now: number }
  /** The network is back: send what waits. */
  | { type: "send-answers" }
  /** The person leaves this browser: forget everything. */
  | { type: "forget" }
  /** The person agreed to the new version. */
  | { type: "take-over" };

/** What the service worker says to pages. */
export interface WorkerNews {
  type: "answers-sent";
}

/** The attribute of `<html>` with the time (ms since 1970) at which a kept page was made. */
export const keptAttribute = "data-kept";
