import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { requestBytes } from "./http-wire.ts";
import { load, type Target } from "./load.ts";

const server = createServer((request, response) => {
  if (request.url === "/broken") request.socket.destroy();
  else response.writeHead(request.url === "/missing" ? 404 : 200).end("ok");
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address() as AddressInfo;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const target = (path: string): Target => ({
  name: path,
  port,
  requests: [requestBytes(path)],
  status: 200,
});

test("a load ends after so many requests, and each has its latency", async () => {
  const limits = { connections: 3, durationMs: 10_000, maxRequests: 50 };
  const result = await load(target("/"), limits);
  expect(result).toMatchObject({ requests: 50, failures: 0 });
  expect(result.p99Ms).toBeGreaterThanOrEqual(result.p50Ms);
  expect(result.p50Ms).toBeGreaterThan(0);
});

test("a load ends after its time", async () => {
  const begun = performance.now();
  await load(target("/"), { connections: 2, durationMs: 100, maxRequests: 1_000_000 });
  expect(performance.now() - begun).toBeLessThan(5000);
});

test("an answer with another status, and a connection that breaks, are failures", async () => {
  const limits = { connections: 2, durationMs: 10_000, maxRequests: 10 };
  expect((await load(target("/missing"), limits)).failures).toBe(10);
  expect((await load(target("/broken"), limits)).failures).toBeGreaterThan(0);
});
