/** Builds the gallery: the app's styles, and links that lead nowhere. */
import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

const links = fileURLToPath(new URL("./gallery-links.tsx", import.meta.url));

export default defineConfig({
  plugins: [tailwindcss()],
  // The parts know the framework by its links only, and those need a whole router.
  resolve: { alias: { "@remix-run/react": links } },
  publicDir: false,
  build: { target: "es2022", sourcemap: false, chunkSizeWarningLimit: 4_000 },
});
