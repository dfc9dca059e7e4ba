/** The ground every part stands on in the gallery, with switches of theme and language. */
import "../app/app.css";
import type { Preview } from "@storybook/react-vite";
import { useEffect } from "react";
import { dictionaries } from "#shared/words/dictionaries.ts";
import { directionOf, type Locale } from "#shared/words/locale.ts";
import { WordsProvider } from "../app/words/use-words.ts";

interface GroundProps {
  theme: string;
  locale: Locale;
  children: React.ReactNode;
}

function Ground({ theme, locale, children }: GroundProps) {
  useEffect(() => {
    const { documentElement: page } = document;
    page.classList.toggle("dark", theme === "dark");
    page.lang = locale;
    page.dir = directionOf(locale);
  }, [theme, locale]);
  return (
    <WordsProvider value={{ locale, words: dictionaries[locale] }}>
      <main className="mx-auto grid max-w-4xl gap-6 p-6">{children}</main>
    </WordsProvider>
  );
}

export default {
  initialGlobals: { theme: "light", language: "en" },
  globalTypes: {
    theme: {
      description: "Light or dark",
      toolbar: {
        icon: "contrast",
        items: [
          { value: "light", title: "Light", icon: "sun" },
          { value: "dark", title: "Dark", icon: "moon" },
        ],
        dynamicTitle: true,
      },
    },
    language: {
      description: "Language",
      toolbar: { icon: "globe", items: Object.keys(dictionaries), dynamicTitle: true },
    },
  },
  parameters: { layout: "fullscreen", backgrounds: { disable: true } },
  decorators: [
    (Story, { globals }) => (
      <Ground theme={String(globals["theme"])} locale={globals["language"]}>
        <Story />
      </Ground>
    ),
  ],
} satisfies Preview;
