/** A share card's picture, as it will be seen where the link is posted. */
import { clsx } from "clsx";
import { type CardFields, cardPath, cardSize } from "#shared/share-card.ts";
import { cardAlt } from "#shared/share-card-words.ts";

interface CardPictureProps {
  card: CardFields;
  /** The first thing on its page: loaded at once. */
  first?: boolean;
  className?: string;
}

/** Until it is there, its place has the subject's colour. */
export function CardPicture({ card, first = false, className }: CardPictureProps) {
  return (
    <img
      src={cardPath(card)}
      lang="en"
      alt={cardAlt(card)}
      {...cardSize}
      data-subject={card.subject}
      loading={first ? "eager" : "lazy"}
      decoding="async"
      className={clsx("h-auto w-full rounded-block bg-stone", className)}
    />
  );
}
