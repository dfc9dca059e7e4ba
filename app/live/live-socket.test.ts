/** The client against a real WebSocket server that speaks the protocol. */
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type WebSocket as ServerSocket, WebSocketServer } from "ws";
import { type ClientFrame, parseClientFrame } from "#shared/protocol/client-frames.ts";
import { serverFrame } from "#shared/protocol/server-frames.ts";
import type { LiveState } from "./live-line.ts";
import { LiveSocket, type LiveSocketOptions } from "./live-socket.ts";

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const thing of opened.splice(0)) thing.close();
});

interface Visit {
  protocols: string[];
  path: string;
  socket: ServerSocket;
  frames: ClientFrame[];
  texts: string[];
}

async function startServer(greets = true) {
  const visits: Visit[] = [];
  const server = new WebSocketServer({
    port: 0,
    host: "127.0.0.1",
    handleProtocols: (offered) => (offered.has("vr.v1") ? "vr.v1" : false),
  });
  opened.push({
    close: () => {
      for (const { socket } of visits) socket.terminate();
      server.close();
    },
  });
  server.on("connection", (socket, request) => {
    const protocols = (request.headers["sec-websocket-protocol"] ?? "").split(",");
    const visit: Visit = { protocols, path: request.url ?? "", socket, frames: [], texts: [] };
    visits.push(visit);
    socket.on("message", (data) => {
      visit.texts.push(String(data));
      const reading = parseClientFrame(String(data));
      if (reading.status !== "frame") return;
      visit.frames.push(reading.frame);
      if (reading.frame.type !== "hello" || !greets) return;
      const id = reading.frame.body.id;
      const body = { id, room: "cohort/alg-101", handle: "h1", heartbeatMs: 25_000, now: 1 };
      socket.send(serverFrame("welcome", body));
    });
  });
  await new Promise((resolve) => server.once("listening", resolve));
  return { visits, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function createPage(ready = true) {
  const state = { ready, visible: ready };
  const listeners = new Set<() => void>();
  return {
    visible: () => state.visible,
    ready: () => state.ready,
    listen(changed: () => void) {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    change(next: Partial<typeof state>) {
      Object.assign(state, next);
      for (const listener of listeners) listener();
    },
  };
}

function connect(origin: string, change: Partial<LiveSocketOptions> = {}) {
  const states: LiveState[] = [];
  let tickets = 0;
  const page = createPage();
  const socket = new LiveSocket({
    origin,
    page,
    random: () => 0.01,
    getTicket: async () => {
      tickets += 1;
      return { path: "/ws/cohort/alg-101", protocols: ["vr.v1", `t.ticket-${tickets}`] };
    },
    position: () => ({ e: "e1", q: 4 }),
    onFrame: () => false,
    onState: (state) => states.push(state),
    ...change,
  });
  opened.push(socket);
  return { socket, states, page, tickets: () => tickets };
}

describe("LiveSocket", () => {
  it("offers the ticket as a subprotocol, never in the URL, and says hello with its position", async () => {
    const { visits, origin } = await startServer();
    const { states } = connect(origin);
    await vi.waitFor(() => expect(states).toEqual(["live"]));
    expect(visits[0]?.protocols.map((name) => name.trim())).toEqual(["vr.v1", "t.ticket-1"]);
    expect(visits[0]?.path).toBe("/ws/cohort/alg-101");
    expect(visits[0]?.frames[0]).toMatchObject({
      type: "hello",
      body: { topics: [{ t: "cohort/alg-101", e: "e1", q: 4 }] },
    });
  });

  it.each([4401, 4429, 1012, 1001])("comes back with a new ticket after close %d", async (code) => {
    const { visits, origin } = await startServer();
    const { states, tickets } = connect(origin);
    await vi.waitFor(() => expect(states).toEqual(["live"]));
    visits[0]?.socket.close(code);
    await vi.waitFor(() => expect(states).toEqual(["live", "connecting", "live"]));
    expect(tickets()).toBe(2);
    expect(visits[1]?.protocols.join()).toContain("t.ticket-2");
  });

  it("does not come back after 4403", async () => {
    const { visits, origin } = await startServer();
    const { states } = connect(origin);
    await vi.waitFor(() => expect(states).toEqual(["live"]));
    visits[0]?.socket.close(4403);
    await vi.waitFor(() => expect(states).toEqual(["live", "closed"]));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(visits).toHaveLength(1);
  });

  it("stays away where there is no ticket for this person", async () => {
    const { visits, origin } = await startServer();
    const { states } = connect(origin, { getTicket: async () => null });
    await vi.waitFor(() => expect(states).toContain("closed"));
    expect(visits).toHaveLength(0);
  });

  it("tries again when the ticket could not be had", async () => {
    const { origin } = await startServer();
    let calls = 0;
    const { states } = connect(origin, {
      getTicket: async () => {
        calls += 1;
        if (calls < 3) throw new Error("offline");
        return { path: "/ws/cohort/alg-101", protocols: ["vr.v1", "t.x"] };
      },
    });
    await vi.waitFor(() => expect(states.at(-1)).toBe("live"));
    expect(calls).toBe(3);
  });

  it("makes no try while nobody looks at the page, and one at once when somebody does", async () => {
    const { visits, origin } = await startServer();
    const page = createPage(false);
    const { states } = connect(origin, { page });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(visits).toHaveLength(0);
    page.change({ ready: true, visible: true });
    await vi.waitFor(() => expect(states).toEqual(["live"]));
  });

  it("asks for no ticket and says nothing once it was closed", async () => {
    const { visits, origin } = await startServer();
    const { socket, states, tickets, page } = connect(origin, { page: createPage(false) });
    socket.close();
    page.change({ ready: true, visible: true });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect({ tickets: tickets(), visits: visits.length, states }).toEqual({
      tickets: 0,
      visits: 0,
      states: [],
    });
  });

  it("says away when the page is hidden and online when it is back, each with a greater n", async () => {
    const { visits, origin } = await startServer();
    const { states, page } = connect(origin);
    await vi.waitFor(() => expect(states).toEqual(["live"]));
    page.change({ visible: false, ready: false });
    page.change({ visible: true, ready: true });
    await vi.waitFor(() =>
      expect(visits[0]?.frames.slice(1)).toEqual([
        { type: "set", body: { n: 1, status: "away" } },
        { type: "set", body: { n: 2, status: "online" } },
      ]),
    );
  });

  it("asks for the whole when the page missed something", async () => {
    const { visits, origin } = await startServer();
    const { states } = connect(origin, { onFrame: (frame) => frame.type === "lb" });
    await vi.waitFor(() => expect(states).toEqual(["live"]));
    const board = { state: "open", top: [], around: [], you: null, players: 0 } as const;
    visits[0]?.socket.send(serverFrame("lb", { ...board, top: [], around: [] }));
    await vi.waitFor(() =>
      expect(visits[0]?.frames.at(-1)).toEqual({ type: "sync", body: { t: "cohort/alg-101" } }),
    );
  });

  it("ignores unknown and malformed frames", async () => {
    const { visits, origin } = await startServer();
    const heard: string[] = [];
    const { states } = connect(origin, { onFrame: (frame) => heard.push(frame.type) < 0 });
    await vi.waitFor(() => expect(states).toEqual(["live"]));
    for (const text of ['["later",{}]', "{", '["lb",{}]', '["ok",{"n":1}]']) {
      visits[0]?.socket.send(text);
    }
    await vi.waitFor(() => expect(heard).toEqual(["welcome", "ok"]));
  });

  it("sends a heartbeat every 25 s, and leaves a server that does not answer it", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
    try {
      const { visits, origin } = await startServer();
      const { states } = connect(origin);
      await vi.waitFor(() => expect(states).toEqual(["live"]));
      vi.advanceTimersByTime(25_000);
      await vi.waitFor(() => expect(visits[0]?.texts.at(-1)).toBe("p"));
      visits[0]?.socket.send("P");
      await new Promise((resolve) => setTimeout(resolve, 50));
      vi.advanceTimersByTime(25_000);
      expect(states).toEqual(["live"]);
      vi.advanceTimersByTime(25_000);
      await vi.waitFor(() => expect(states).toEqual(["live", "connecting", "live"]));
    } finally {
      vi.useRealTimers();
    }
  });
});
