/** The gallery of all parts: only stories, no documentation pages, nothing sent anywhere. */
import type { StorybookConfig } from "@storybook/react-vite";

export default {
  stories: ["../app/ui/**/*.stories.tsx"],
  framework: {
    name: "@storybook/react-vite",
    options: { builder: { viteConfigPath: ".storybook/vite.config.ts" } },
  },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Reading every type for tables that nobody opens would take longer than the build.
  typescript: { reactDocgen: false, check: false },
} satisfies StorybookConfig;
