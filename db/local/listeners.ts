/** The ports of the local server: HTTP with WebSockets, and plain TCP. Loopback only. */
import { createServer as createHttpServer, type IncomingMessage, type Server } from "node:http";
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server as NetServer,
} from "node:net";
import type { Duplex } from "node:stream";
import { createWebSocketStream, WebSocketServer } from "ws";
import type { Backend } from "#db/local/backend.ts";
import { LocalDatabaseError, sentenceOf } from "#db/local/errors.ts";
import { handleHttp, isOwnHost, isOwnPage } from "#db/local/http-sql.ts";

const HOST = "127.0.0.1";
const KEEP_ALIVE_MS = 600_000;
const LONGEST_FRAME = 64 * 1024 * 1024;

/** An open port. */
export interface Listener {
  port: number;
  /** Cuts off all clients and resolves when nothing is under way any more. */
  close(): Promise<void>;
}

/** Listens for `POST /sql` and for WebSockets on `/v2`. */
export async function listenHttp(backend: Backend, port: number): Promise<Listener> {
  const clients = new WireClients(backend);
  const server = createHttpServer((request, response) => {
    handleHttp(backend, request, response).catch(() => response.destroy());
  });
  // Node's 5 s would close kept-alive connections just when a client sends its next request.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const webSockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_FRAME });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => {});
    const path = request.url?.split("?")[0];
    if (path !== "/v2" || !isOwnHost(request.headers) || !isOwnPage(request.headers)) {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
      return;
    }
    webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      clients.serve(createWebSocketStream(webSocket));
    });
  });
  await listen(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const webSocket of webSockets.clients) webSocket.terminate();
      server.closeAllConnections();
      await clients.cutOff();
      await closed;
    },
  };
}

/** Listens for the wire protocol of psql and other ordinary clients. */
export async function listenTcp(backend: Backend, port: number): Promise<Listener> {
  const clients = new WireClients(backend);
  const server = createTcpServer({ noDelay: true }, (socket) => clients.serve(socket));
  await listen(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      await clients.cutOff();
      await closed;
    },
  };
}

/** The connected clients of one port. */
class WireClients {
  readonly #backend: Backend;
  readonly #open = new Map<Duplex, Promise<void>>();

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  serve(stream: Duplex): void {
    // A client may vanish at any moment; reading then simply ends.
    stream.on("error", () => {});
    const served = this.#backend.serveWire(stream).finally(() => this.#open.delete(stream));
    this.#open.set(stream, served);
  }

  async cutOff(): Promise<void> {
    const served = [...this.#open.values()];
    for (const stream of this.#open.keys()) stream.destroy();
    await Promise.allSettled(served);
  }
}

function listen(server: Server | NetServer, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why = error.code === "EADDRINUSE" ? "another program has it" : sentenceOf(error);
      reject(
        new LocalDatabaseError(
          `The local database cannot listen on port ${port} (${why}): stop what listens there or choose another port.`,
        ),
      );
    });
    server.listen(port, HOST, resolve);
  });
}
