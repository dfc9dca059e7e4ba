/** Stands before the Worker as the platform's edge does: serves the files, compresses what is text. */
import { once } from "node:events";
import { globSync, readFileSync } from "node:fs";
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { constants, createGzip, gzipSync } from "node:zlib";
import type { Closers } from "../../scripts/local/closers.ts";

const compressible = /^(?:text\/|application\/(?:json|javascript|manifest\+json)|image\/svg)/;
const types: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
};

/** The least that can be called a page, behind a redirect as the landing is. */
const barePage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bare</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
</head><body><h1>Can you beat somebody?</h1><p>Five quick questions.</p><button>Start</button>
</body></html>`;

interface Edge {
  workerPort: number;
  files: ReadonlyMap<string, { type: string; body: Buffer }>;
}

/** Serves `folder` and the Worker at `workerPort`, and `/bare`; answers its port. */
export async function startEdge(
  { workerPort, folder }: { workerPort: number; folder: string },
  closers: Closers,
): Promise<number> {
  const edge: Edge = { workerPort, files: readFiles(folder) };
  const server = createServer((incoming, response) => answer(edge, incoming, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.add(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** Compressed once, as a cache has them. */
function readFiles(folder: string): Edge["files"] {
  const names = globSync("**/*.*", { cwd: folder });
  return new Map(
    names.map((name) => {
      const type = types[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";
      const body = readFileSync(join(folder, name));
      return [`/${name}`, { type, body: compressible.test(type) ? gzipSync(body) : body }];
    }),
  );
}

function answer(edge: Edge, incoming: IncomingMessage, response: ServerResponse): void {
  const path = incoming.url ?? "/";
  const file = edge.files.get(path);
  if (path === "/bare") response.writeHead(302, { Location: "/bare/page" }).end();
  else if (path === "/bare/page") {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(barePage);
  } else if (file) {
    response.writeHead(200, {
      "Content-Type": file.type,
      "Cache-Control": "public, max-age=31536000, immutable",
      "Content-Length": file.body.length,
      ...(compressible.test(file.type) ? { "Content-Encoding": "gzip" } : {}),
    });
    response.end(file.body);
  } else askWorker(edge.workerPort, incoming, response);
}

function askWorker(port: number, incoming: IncomingMessage, response: ServerResponse): void {
  const { method, url: path, headers } = incoming;
  const outgoing = httpRequest({ host: "127.0.0.1", port, method, path, headers });
  outgoing.once("response", (answered) => {
    const gzipped = compressible.test(answered.headers["content-type"] ?? "");
    const { "content-length": length, ...rest } = answered.headers;
    const sized = length === undefined || gzipped ? {} : { "content-length": length };
    const encoded = gzipped ? { "content-encoding": "gzip", vary: "Accept-Encoding" } : {};
    response.writeHead(answered.statusCode ?? 502, { ...rest, ...sized, ...encoded });
    // Nothing is held back: what the Worker streams, the browser sees at once.
    const gzip = createGzip({ flush: constants.Z_SYNC_FLUSH });
    if (gzipped) answered.pipe(gzip).pipe(response);
    else answered.pipe(response);
  });
  outgoing.once("error", () => response.destroy());
  incoming.pipe(outgoing);
}
