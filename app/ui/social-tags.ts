/** Open Graph and Twitter tags of a page (https://ogp.me). */
import type { MetaDescriptor } from "@remix-run/cloudflare";
import { type Locale, socialLocales } from "#shared/words/locale.ts";

export interface Social {
  locale: Locale;
  title: string;
  text: string;
  /** The page's own address, without whatever a visitor adds. */
  url: string;
  image: { url: string; alt: string; width: number; height: number };
}

/** Every tag, the description and the canonical address; the title is the page's own. */
export function socialTags({ locale, title, text, url, image }: Social): MetaDescriptor[] {
  const secure = { property: "og:image:secure_url", content: image.url };
  return [
    { name: "description", content: text },
    { tagName: "link", rel: "canonical", href: url },
    { property: "og:type", content: "website" },
    { property: "og:site_name", content: "Vel Tutor" },
    { property: "og:locale", content: socialLocales[locale] },
    { property: "og:url", content: url },
    { property: "og:title", content: title },
    { property: "og:description", content: text },
    { property: "og:image", content: image.url },
    ...(image.url.startsWith("https:") ? [secure] : []),
    { property: "og:image:type", content: "image/png" },
    { property: "og:image:width", content: String(image.width) },
    { property: "og:image:height", content: String(image.height) },
    { property: "og:image:alt", content: image.alt },
    { name: "twitter:card", content: "summary_large_image" },
    { name: "twitter:title", content: title },
    { name: "twitter:description", content: text },
    { name: "twitter:image", content: image.url },
    { name: "twitter:image:alt", content: image.alt },
  ];
}
