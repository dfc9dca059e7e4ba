/** A card's picture in tests: a renderer on a busy machine may be later than a client waits. */
import { vi } from "vitest";

/** As whoever gets the fallback for a late card does: asks again until the card itself comes. */
export function pictureOf(ask: () => Promise<Response>): Promise<Response> {
  const once = async () => {
    const response = await ask();
    if (response.headers.get("Cache-Control") === "public, max-age=60") throw new Error("late");
    return response;
  };
  return vi.waitFor(once, { timeout: 15_000, interval: 100 });
}
