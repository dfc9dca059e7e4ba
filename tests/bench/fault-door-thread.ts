/** Stands between the Worker and its database, in a thread of its own, and fails on demand. */
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { parentPort, workerData } from "node:worker_threads";

/** `loseEvery`: of so many batches of events, one is committed and its answer is lost. */
const { proxyUrl, loseEvery } = workerData as { proxyUrl: string; loseEvery: number };
const agent = new Agent({ keepAlive: true });
const counts = { deliveries: 0, lost: 0, cutOff: 0 };
let cut = false;

const server = createServer((incoming, outgoing) => {
  if (cut) {
    counts.cutOff++;
    incoming.socket.destroy();
    return;
  }
  // Whoever was cut off while still sending is gone.
  pass(incoming, outgoing).catch(() => incoming.socket.destroy());
});

async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const lose = body.includes("insert into events") && ++counts.deliveries % loseEvery === 0;
  const onward = request(
    new URL(incoming.url ?? "/", proxyUrl),
    { method: incoming.method ?? "POST", headers: incoming.headers, agent },
    (answer) => {
      if (lose) {
        counts.lost++;
        answer.resume().on("end", () => incoming.socket.destroy());
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    },
  );
  onward.on("error", () => incoming.socket.destroy());
  onward.end(body);
}

server.listen(0, "127.0.0.1", () => {
  parentPort?.postMessage({ port: (server.address() as AddressInfo).port });
});
parentPort?.on("message", (word: "cut" | "mend" | "counts" | "stop") => {
  if (word === "cut" || word === "mend") cut = word === "cut";
  // What is on its way is cut off too, committed or not.
  if (word === "cut" || word === "stop") server.closeAllConnections();
  if (word === "counts") parentPort?.postMessage(counts);
  if (word === "stop") {
    server.close();
    agent.destroy();
    parentPort?.close();
  }
});
