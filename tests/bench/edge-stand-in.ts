/** Stands between browser and Worker as the platform's edge does: it compresses what is text. */
import { once } from "node:events";
import { createServer, request as httpRequest, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { constants, createGzip } from "node:zlib";
import type { Closers } from "../../scripts/local/closers.ts";

const text = /^(?:text\/|application\/(?:json|javascript|manifest\+json)|image\/svg)/;

/** The least that can be called a page, behind a redirect as the landing is. */
const barePage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bare</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
</head><body><h1>Can you beat somebody?</h1><p>Five quick questions.</p><button>Start</button>
</body></html>`;

/** Serves the Worker at `workerPort`, and `/bare`, on a port of its own, which it answers. */
export async function startEdge(workerPort: number, closers: Closers): Promise<number> {
  const server = createServer((incoming, response) => {
    if (incoming.url === "/bare")
      return void response.writeHead(302, { Location: "/bare/page" }).end();
    if (incoming.url === "/bare/page") {
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(barePage);
      return;
    }
    const { method, url: path, headers } = incoming;
    const outgoing = httpRequest({ host: "127.0.0.1", port: workerPort, method, path, headers });
    outgoing.once("response", (answer) => {
      const gzipped =
        text.test(answer.headers["content-type"] ?? "") &&
        !answer.headers["content-encoding"] &&
        /\bgzip\b/.test(String(headers["accept-encoding"]));
      const { "content-length": length, ...rest } = answer.headers;
      const sized = length === undefined || gzipped ? {} : { "content-length": length };
      const encoded = gzipped ? { "content-encoding": "gzip", vary: "Accept-Encoding" } : {};
      response.writeHead(answer.statusCode ?? 502, { ...rest, ...sized, ...encoded });
      if (gzipped) answer.pipe(gzipEachPart(response));
      else answer.pipe(response);
    });
    outgoing.once("error", () => response.destroy());
    incoming.pipe(outgoing);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.add(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** Holds nothing back: what the Worker streams, the browser sees at once. */
function gzipEachPart(response: ServerResponse) {
  const gzip = createGzip({ flush: constants.Z_SYNC_FLUSH });
  gzip.pipe(response);
  return gzip;
}
