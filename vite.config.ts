/** Builds the UI: build/client for the browser, build/server for the Worker. */
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig)],
  ssr: { resolve: { conditions: ["workerd", "worker", "browser"] } },
  build: { target: "es2022", sourcemap: false },
});
