/** The picture that an unfurled link shows. */

export interface CardImage {
  /** Path below APP_URL. */
  path: string;
  width: number;
  height: number;
  type: string;
  alt: string;
}

/** The file of the repository that stands for every card. */
export const fallbackCard: CardImage = {
  path: "/og/fallback.png",
  width: 1200,
  height: 630,
  type: "image/png",
  alt: "Vel Tutor: a stack of river stones, and the words Five quick questions",
};
