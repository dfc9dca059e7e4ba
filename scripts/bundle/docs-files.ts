/** The files of the API's page, from their package: so the page loads nothing from elsewhere. */
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";

/** As workers/docs-door.ts names them. */
const files = ["swagger-ui.css", "swagger-ui-bundle.js"];

/** Into the assets, beside what Vite wrote; not below /assets, where files are cached for ever. */
export function copyDocsFiles(root: string): void {
  const target = join(root, "build/client/api-docs");
  mkdirSync(target, { recursive: true });
  for (const file of files) {
    copyFileSync(join(root, "node_modules/swagger-ui-dist", file), join(target, file));
  }
}
