import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { openBrowser, readRoundTrips } from "./browser.ts";

const seen: (string | undefined)[] = [];
const server = createServer((request, response) => {
  seen.push(request.headers.cookie);
  const cookies = {
    "/set": ["__Host-a=1; Path=/; Secure; HttpOnly", "b=x=y; Path=/"],
    "/unset": ["b=; Max-Age=0; Path=/"],
  }[request.url ?? ""];
  if (cookies) response.setHeader("Set-Cookie", cookies);
  response.setHeader("Server-Timing", ['edge;dur=1, db;desc="3"']);
  response.end("ok");
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address() as AddressInfo;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("a browser sends back the cookies it was given, Secure ones too, until they are taken away", async () => {
  const browser = openBrowser(port);
  await browser.get("/set");
  await browser.get("/");
  await browser.get("/unset");
  await browser.get("/");
  expect(seen).toEqual([undefined, "__Host-a=1; b=x=y", "__Host-a=1; b=x=y", "__Host-a=1"]);
});

test("the database round trips are read from Server-Timing", async () => {
  expect((await openBrowser(port).get("/")).roundTrips).toBe(3);
  expect(readRoundTrips(undefined)).toBeNull();
});
