/** What an attack is, and what it may find. */
import type { Closers } from "../../scripts/local/closers.ts";

export interface Findings {
  /** One sentence for each guarantee that did not hold. */
  breaches: string[];
  figures: Record<string, number>;
}

export type Attack = (closers: Closers, say: (line: string) => void) => Promise<Findings>;
