/** The last smart link that brought this browser here, as its signed cookie tells. */
import type { LinkId } from "./ids.ts";
import type { Loop } from "./vocabulary.ts";

export interface Attribution {
  linkId: LinkId;
  loop: Loop;
  /** Milliseconds since 1970. */
  touchedAt: number;
}
