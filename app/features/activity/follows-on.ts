/** Whether a line of the feed goes on telling of the person above it: then one face is enough. */

const togetherMs = 600_000;

interface Told {
  handle: string;
  alias: string;
  /** Milliseconds since 1970. */
  createdAt: number;
}

/** `above` is the newer line, none for the first. Only looks: each line stays a line of its own. */
export function followsOn(line: Told, above: Told | undefined): boolean {
  if (!above || line.handle !== above.handle || line.alias !== above.alias) return false;
  return above.createdAt - line.createdAt < togetherMs;
}
