import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { remoteProcedures } from "./remote-procedures.ts";

interface Asked {
  method: string;
  path: string;
  cookie: string | undefined;
}

let worker: Server;
let url: string;
let asked: Asked[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  asked = [];
  worker = createServer((request, response) => {
    const { method = "", url: path = "", headers } = request;
    asked.push({ method, path, cookie: headers.cookie });
    answer(request, response);
  });
  await new Promise<void>((resolve) => worker.listen(0, "127.0.0.1", resolve));
  const address = worker.address();
  url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
});
afterEach(() => worker.close());

const data = (value: unknown) => JSON.stringify({ result: { data: value } });
const page = (headers: Record<string, string> = {}) =>
  new Request("http://localhost:8787/fvm/x", { headers });

test("remoteProcedures answers what the Worker answers", async () => {
  answer = (_, response) => response.end(data({ kind: "guest" }));
  const { trpc } = remoteProcedures(url, page());
  expect(await trpc.people.me()).toEqual({ kind: "guest" });
  expect(asked).toMatchObject([{ method: "GET", path: "/trpc/people.me" }]);
});

test("remoteProcedures posts what must not be asked for by GET", async () => {
  answer = ({ method }, response) => {
    if (method === "GET") response.statusCode = 405;
    response.end(method === "GET" ? "{}" : data({ alias: "Quiet Otter 42" }));
  };
  const { trpc } = remoteProcedures(url, page());
  expect(await trpc.people.newAlias()).toEqual({ alias: "Quiet Otter 42" });
  await trpc.people.newAlias();
  expect(asked.map(({ method }) => method)).toEqual(["GET", "POST", "POST"]);
});

test("remoteProcedures sends a new visitor's cookie with the next call, and gives it to the page", async () => {
  answer = (_, response) => {
    if (asked.length === 1) response.setHeader("set-cookie", "vt_vid=new; Path=/; HttpOnly");
    response.end(data(null));
  };
  const { trpc, setCookies } = remoteProcedures(url, page({ cookie: "theme=dark" }));
  await Promise.all([trpc.people.me(), trpc.microDecks.landing({ deckId: "x" })]);
  expect(asked.map(({ cookie }) => cookie)).toEqual(["theme=dark", "theme=dark; vt_vid=new"]);
  expect(setCookies()).toEqual(["vt_vid=new; Path=/; HttpOnly"]);
});

test("remoteProcedures throws a failure with our code as its cause", async () => {
  const failure = { code: "UNAUTHORIZED", appCode: "UNAUTHENTICATED" };
  answer = (_, response) => {
    response.statusCode = 401;
    response.end(JSON.stringify({ error: { message: "Sign in.", code: -32001, data: failure } }));
  };
  const asking = remoteProcedures(url, page()).trpc.people.newAlias();
  await expect(asking).rejects.toMatchObject({
    code: "UNAUTHORIZED",
    cause: { code: "UNAUTHENTICATED", message: "Sign in." },
  });
});
