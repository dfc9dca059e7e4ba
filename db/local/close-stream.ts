/** Ending connections. */
import type { Duplex } from "node:stream";

const FAREWELL_MS = 1000;

/** Sends some last bytes and closes; a client that does not read them is cut off. */
export function closeAfter(stream: Duplex, lastWords?: Buffer): void {
  if (stream.destroyed || stream.writableEnded) return;
  const cut = setTimeout(() => stream.destroy(), FAREWELL_MS);
  stream.once("close", () => clearTimeout(cut));
  if (lastWords) stream.write(lastWords);
  stream.end(() => stream.destroy());
}
