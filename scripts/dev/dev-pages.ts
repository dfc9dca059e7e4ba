/** Vite's part of `npm run dev`: renders the pages with hot updates, and hands the rest over. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { createRequestHandler, type ServerBuild } from "@remix-run/cloudflare";
import type { Plugin, ViteDevServer } from "vite";
import { remoteProcedures } from "./remote-procedures.ts";

export interface DevAddresses {
  /** Where people look: Vite. */
  appUrl: string;
  /** Where the Worker listens. */
  workerUrl: string;
}

/** What workers/app.ts answers before it comes to pages. */
const workerPaths = "^/(trpc|api|sl|og|ws|dev|metrics)(/|\\?|$)";

export function devPages(addresses: DevAddresses): Plugin {
  return {
    name: "dev-pages",
    // Before Remix, whose own handler knows no load context.
    enforce: "pre",
    config: () => ({
      // All packages are found at the start: one that is found later would bring a second React.
      optimizeDeps: {
        entries: ["app/entry.client.tsx", "app/root.tsx", "app/routes/**/*.tsx"],
        include: ["react/jsx-dev-runtime", "react-dom/client"],
      },
      ssr: { resolve: { externalConditions: ["workerd", "worker"] } },
      server: { proxy: { [workerPaths]: { target: addresses.workerUrl, ws: true } } },
    }),
    configureServer(server) {
      return () => {
        server.middlewares.use((request, response, next) => {
          answerPage(server, addresses, request, response).catch(next);
        });
      };
    },
  };
}

async function answerPage(
  server: ViteDevServer,
  { appUrl, workerUrl }: DevAddresses,
  incoming: IncomingMessage & { originalUrl?: string | undefined },
  outgoing: ServerResponse,
): Promise<void> {
  const build = (await server.ssrLoadModule("virtual:remix/server-build")) as ServerBuild;
  const handle = createRequestHandler(build, "development");
  const request = toRequest(appUrl, incoming);
  const { trpc, setCookies } = remoteProcedures(workerUrl, request);
  const response = await handle(request, {
    trpc,
    nonce: "dev",
    appUrl,
    requestId: crypto.randomUUID(),
    routes: new URL(request.url).pathname.endsWith(".data") ? build.routes : null,
    reportError: (error) => console.error(error),
  });
  for (const line of setCookies()) response.headers.append("Set-Cookie", line);
  await send(response, outgoing);
}

function toRequest(
  appUrl: string,
  incoming: IncomingMessage & { originalUrl?: string | undefined },
): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  const { method = "GET" } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(new URL(incoming.originalUrl ?? "/", appUrl), {
    method,
    headers,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" } : {}),
  });
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status;
  outgoing.setHeaders(response.headers);
  if (!response.body) {
    outgoing.end();
    return;
  }
  for await (const part of Readable.fromWeb(response.body as NodeStream)) outgoing.write(part);
  outgoing.end();
}
