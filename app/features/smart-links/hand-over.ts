/** Gives a link to the device: its share sheet, or the clipboard. */

export type Handing = "shared" | "copied" | "kept";

/** True where the device has a share sheet for links. */
export function canShare(): boolean {
  return typeof navigator !== "undefined" && typeof navigator.share === "function";
}

/** `kept` when the person closed the sheet, or the browser allows neither: the link stays in view. */
export async function handOver(url: string, words: string, way?: "copy"): Promise<Handing> {
  if (way !== "copy" && canShare()) {
    try {
      await navigator.share({ text: words, url });
      return "shared";
    } catch (error) {
      // A tap that is too long ago counts as none: then the clipboard may still take it.
      if (error instanceof DOMException && error.name === "AbortError") return "kept";
    }
  }
  try {
    await navigator.clipboard.writeText(url);
    return "copied";
  } catch {
    return "kept";
  }
}
