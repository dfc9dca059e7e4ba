/** Cuts the browser's code into few files: the framework, what every page shows, and each page's own. */
import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import type { Plugin } from "vite";

/** The part of Rollup's module graph that the cut needs. */
export interface ModuleGraph {
  getModuleIds(): Iterable<string>;
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

const framework =
  /\/node_modules\/(?:@remix-run|react|react-dom|react-router|react-router-dom|scheduler|turbo-stream|get-nonce)\//;
/** Every page loads the root; an invitee's first page is the deck, and nothing may be fetched twice. */
const firstPage = /\/app\/(?:root|routes\/fvm\.\$deckId)\.tsx(?:$|\?)/;
/** What stays in the files that Remix names after the route. */
const ownParts = /\/app\/(?:root\.tsx|routes\/)|\.css(?:$|\?)/;

/**
 * A name for each module's file; undefined leaves it to Rollup. Twenty small files compress worse
 * than four, and on a slow line each one waits its turn.
 */
export function nameChunk(): (id: string, graph: ModuleGraph) => string | undefined {
  let frame: Set<string> | null = null;
  return (id, graph) => {
    if (framework.test(id) || id.includes("commonjsHelpers")) return "framework";
    frame ??= findFrame(graph);
    return frame.has(id) && !ownParts.test(id) ? "frame" : undefined;
  };
}

/** All that the first page imports statically. */
function findFrame(graph: ModuleGraph): Set<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) visit(imported);
  };
  for (const id of graph.getModuleIds()) if (firstPage.test(id)) visit(id);
  return found;
}

/** For each file of the browser's code, the modules that are in it. */
export type PageModules = Record<string, readonly string[]>;

/** Where a build leaves its PageModules: beside what is served, not among it. */
export const pageModulesFile = "build/page-modules.json";

/** Notes down which module went into which file, for the check of what a page loads. */
export function notePageModules(root: string): Plugin {
  return {
    name: "note-page-modules",
    apply: "build",
    writeBundle(_options, bundle) {
      const modules: PageModules = {};
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        const ids = Object.entries(chunk.modules).filter(([, { code }]) => code !== null && code);
        modules[`/${chunk.fileName}`] = ids.map(([id]) => relative(root, id));
      }
      writeFileSync(`${root}/${pageModulesFile}`, `${JSON.stringify(modules, null, 1)}\n`);
    },
  };
}
