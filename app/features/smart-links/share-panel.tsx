/** A loop ready to go: how the link will look, what goes with it, and the button that makes it. */
import type { ComponentProps, ReactNode } from "react";
import { CardPicture } from "#app/features/share-cards/card-picture.tsx";
import { useWords } from "#app/words/use-words.ts";
import type { CardFields } from "#shared/share-card.ts";
import { ShareLink } from "./share-link.tsx";

interface SharePanelProps {
  id: string;
  title: string;
  text: string;
  card: CardFields;
  share: ComponentProps<typeof ShareLink>;
  /** Stands in place of the button, where the person may not share or has to join first. */
  instead?: ReactNode;
}

export function SharePanel({ id, title, text, card, share, instead }: SharePanelProps) {
  const t = useWords("sharing");
  return (
    <section aria-labelledby={id} className="on-river-block rounded-stone p-6 sm:p-7">
      <h2 id={id} className="text-head">
        {title}
      </h2>
      <p className="mt-2 text-pine-soft">{text}</p>
      <figure className="my-5">
        <CardPicture card={card} />
        <figcaption className="mt-2 text-pine-soft text-sm">{t("looks")}</figcaption>
      </figure>
      {instead ?? <ShareLink {...share} />}
    </section>
  );
}
