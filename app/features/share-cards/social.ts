/** What unfurlers read of a public page: words for everybody, and a card of closed lists. */
import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import type { Social } from "#app/ui/social-tags.ts";
import { type CardFields, cardPath, cardSize } from "#shared/share-card.ts";
import { cardAlt } from "#shared/share-card-words.ts";
import { chooseLocale } from "#shared/words/choose-locale.ts";

/** For loaders alone: so the browser loads neither the lists nor the words. */
export function socialOf(
  { request, context }: Pick<LoaderFunctionArgs, "request" | "context">,
  page: { title: string; text: string; path: string; card: CardFields },
): Social {
  const { title, text, path, card } = page;
  const { appUrl } = context;
  const locale = chooseLocale(request.headers);
  const image = { url: appUrl + cardPath(card), alt: cardAlt(card), ...cardSize };
  return { locale, title, text, url: appUrl + path, image };
}
