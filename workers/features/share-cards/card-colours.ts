/** The pages' colours (app/app.css, by day), as far as share cards use them. */
import type { CardFields } from "#shared/share-card.ts";

export type CardSubject = CardFields["subject"];

export const colours = {
  ink: "#0b2723",
  soft: "#45615b",
  sun: "#ffbe2e",
  pine: "#0f3f3a",
  onPine: "#f2fbf6",
  pineSoft: "#bcdcd1",
  foam: "#8fd8c6",
  fur: "#9b6a49",
  furLight: "#f0d9b8",
} as const;

export const stoneColours: Record<CardSubject, string> = {
  algebra: "#ffc23d",
  geometry: "#ff9d7c",
  biology: "#a3d86c",
  chemistry: "#5dd2b6",
  physics: "#7cc8f2",
  reading: "#f4a6c4",
  vocabulary: "#d3b4f0",
  sat_math: "#a3b9ff",
  any: "#ffc23d",
};
