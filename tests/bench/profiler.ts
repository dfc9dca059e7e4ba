/** Takes a CPU profile of a Worker in workerd, by its inspector. */

import { BenchFault } from "./bench-fault.ts";
import type { Table } from "./bench-shape.ts";
import { type CpuProfile, readProfile } from "./cpu-profile.ts";
import { sourcePlaces } from "./source-places.ts";

const samplingUs = 200;
const shownLines = 30;

interface Reply {
  id?: number;
  result?: { profile?: CpuProfile };
  error?: { message: string };
}

/** Profiles the service while `work` runs. Throws BenchFault when the inspector refuses. */
export async function profileWhile(
  inspectorPort: number,
  service: string,
  work: () => Promise<unknown>,
): Promise<CpuProfile> {
  const socket = new WebSocket(`ws://127.0.0.1:${inspectorPort}/${service}`);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("error", () => reject(new BenchFault("no inspector answers")), {
      once: true,
    });
  });
  let lastId = 0;
  const send = (method: string, params: object = {}) => {
    const id = ++lastId;
    return new Promise<Reply>((resolve, reject) => {
      const read = ({ data }: MessageEvent) => {
        const reply = JSON.parse(String(data)) as Reply;
        if (reply.id !== id) return;
        socket.removeEventListener("message", read);
        if (reply.error) reject(new BenchFault(`${method}: ${reply.error.message}`));
        else resolve(reply);
      };
      socket.addEventListener("message", read);
      socket.send(JSON.stringify({ id, method, params }));
    });
  };
  try {
    await send("Profiler.enable");
    await send("Profiler.setSamplingInterval", { interval: samplingUs });
    await send("Profiler.start");
    await work();
    const { result } = await send("Profiler.stop");
    if (!result?.profile) throw new BenchFault("the inspector gave no profile");
    return result.profile;
  } finally {
    socket.close();
  }
}

/** The functions with most time of their own; `workerFolder` is the bundle's, with its maps. */
export function profileTable(title: string, profile: CpuProfile, workerFolder: string): Table {
  const percent = (share: number) => (share * 100).toFixed(1);
  const rows = readProfile(profile, sourcePlaces(workerFolder))
    .slice(0, shownLines)
    .map(({ where, self, total }) => [percent(self), percent(total), where]);
  return { title, columns: ["self %", "total %", "where"], rows };
}
