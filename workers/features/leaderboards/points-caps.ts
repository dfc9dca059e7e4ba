/** How many points are plausible; what is beyond is held until an admin has looked at it. */

/** Four full decks in a minute, fifty-odd in a day: faster than anybody learns. */
export const pointsCaps = { event: 60, minute: 240, day: 3_000 } as const;
