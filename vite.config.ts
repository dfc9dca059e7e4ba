/** Builds the UI: build/client for the browser, build/server for the Worker. */
import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";
import { nameChunk, notePageModules } from "./scripts/bundle/page-chunks.ts";

const root = fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "");

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig), isSsrBuild ? null : notePageModules(root)],
  ssr: { resolve: { conditions: ["workerd", "worker", "browser"] } },
  build: {
    target: "es2022",
    sourcemap: false,
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: nameChunk() } },
  },
}));
