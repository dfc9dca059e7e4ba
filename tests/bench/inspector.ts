/** A conversation with a Worker's inspector in workerd. */
import { BenchFault } from "./bench-fault.ts";

export interface Inspector {
  /** Throws BenchFault when the inspector refuses. */
  send<Result>(method: string, params?: object): Promise<Result>;
  /** What the inspector says by itself under that name, from now on. */
  hear<Params>(method: string, hear: (params: Params) => void): void;
  close(): void;
}

interface Reply {
  id?: number;
  result?: unknown;
  error?: { message: string };
}

/** Talks with a service's inspector as long as `talk` runs. Throws BenchFault where none answers. */
export async function withInspector<Result>(
  port: number,
  service: string,
  talk: (inspector: Inspector) => Promise<Result>,
): Promise<Result> {
  const inspector = await openInspector(port, service);
  try {
    return await talk(inspector);
  } finally {
    inspector.close();
  }
}

async function openInspector(port: number, service: string): Promise<Inspector> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/${service}`);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("error", () => reject(new BenchFault("no inspector answers")), {
      once: true,
    });
  });
  let lastId = 0;
  return {
    close: () => socket.close(),
    hear: <Params>(method: string, hear: (params: Params) => void) => {
      socket.addEventListener("message", ({ data }) => {
        const news = JSON.parse(String(data)) as { method?: string; params: Params };
        if (news.method === method) hear(news.params);
      });
    },
    send: <Result>(method: string, params: object = {}) => {
      const id = ++lastId;
      return new Promise<Result>((resolve, reject) => {
        const read = ({ data }: MessageEvent) => {
          const reply = JSON.parse(String(data)) as Reply;
          if (reply.id !== id) return;
          socket.removeEventListener("message", read);
          if (reply.error) reject(new BenchFault(`${method}: ${reply.error.message}`));
          else resolve(reply.result as Result);
        };
        socket.addEventListener("message", read);
        socket.send(JSON.stringify({ id, method, params }));
      });
    },
  };
}
