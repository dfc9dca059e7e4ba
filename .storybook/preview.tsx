/** The ground every part stands on in the gallery, with a switch between light and dark. */
import "../app/app.css";
import type { Preview } from "@storybook/react-vite";
import { useEffect } from "react";

function Ground({ theme, children }: { theme: string; children: React.ReactNode }) {
  useEffect(() => {
    document.documentElement.classList.toggle("dark", theme === "dark");
  }, [theme]);
  return <main className="mx-auto grid max-w-4xl gap-6 p-6">{children}</main>;
}

export default {
  initialGlobals: { theme: "light" },
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
  },
  parameters: { layout: "fullscreen", backgrounds: { disable: true } },
  decorators: [
    (Story, { globals }) => (
      <Ground theme={String(globals["theme"])}>
        <Story />
      </Ground>
    ),
  ],
} satisfies Preview;
