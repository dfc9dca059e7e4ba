/** Stands between browsers and a server, and counts the sockets that are open on the wire. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface WireTap {
  /** Browsers started with this argument pass here on their way to the server. */
  browserArgument: string;
  /** Paths of the sockets that are open now. */
  open(): string[];
  close(): Promise<void>;
}

/** `port`: of the server at localhost. The caller closes it. */
export async function tapWire(port: number): Promise<WireTap> {
  const ends = new Set<Socket>();
  const paths = new Map<Socket, string>();
  const tap = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    for (const end of [near, far]) {
      ends.add(end);
      end.on("error", () => end.destroy());
      end.on("close", () => {
        ends.delete(end);
        paths.delete(near);
        near.destroy();
        far.destroy();
      });
    }
    near.on("data", (data: Buffer) => {
      const path = paths.has(near) ? null : /^GET (\/ws\/\S+) HTTP/.exec(data.toString("latin1"));
      if (path?.[1]) paths.set(near, path[1]);
      far.write(data);
    });
    far.on("data", (data: Buffer) => near.write(data));
  });
  tap.listen(0, "127.0.0.1");
  await once(tap, "listening");
  const own = (tap.address() as AddressInfo).port;
  return {
    browserArgument: `--host-resolver-rules=MAP localhost:${port} 127.0.0.1:${own}`,
    open: () => [...paths.values()],
    async close() {
      for (const end of ends) end.destroy();
      tap.close();
    },
  };
}
