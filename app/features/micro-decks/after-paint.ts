/** Work that a tap begins, but that its acknowledgement does not wait for. */

/** A page in the background paints nothing: then, or on a very slow device, this is long enough. */
const longestMs = 100;

/** Calls `work` once, after the next picture. */
export function afterPaint(work: () => void): void {
  new Promise<void>((resolve) => {
    setTimeout(resolve, longestMs);
    requestAnimationFrame(() => setTimeout(resolve));
  }).then(work);
}
