/** A deck as lists and heads show it. */
import type { Outputs } from "#app/trpc.ts";

export type DeckSummary = Outputs["microDecks"]["landing"]["deck"];
