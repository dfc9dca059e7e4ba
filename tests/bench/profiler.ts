/** Takes a CPU profile of a Worker in workerd, by its inspector. */

import { BenchFault } from "./bench-fault.ts";
import type { Table } from "./bench-shape.ts";
import { type CpuProfile, readProfile } from "./cpu-profile.ts";
import { withInspector } from "./inspector.ts";
import { sourcePlaces } from "./source-places.ts";

const samplingUs = 200;
const shownLines = 30;

/** Profiles the service while `work` runs. Throws BenchFault when the inspector refuses. */
export function profileWhile(
  inspectorPort: number,
  service: string,
  work: () => Promise<unknown>,
): Promise<CpuProfile> {
  return withInspector(inspectorPort, service, async ({ send }) => {
    await send("Profiler.enable");
    await send("Profiler.setSamplingInterval", { interval: samplingUs });
    await send("Profiler.start");
    await work();
    const { profile } = await send<{ profile?: CpuProfile }>("Profiler.stop");
    if (!profile) throw new BenchFault("the inspector gave no profile");
    return profile;
  });
}

/** The functions with most time of their own; `workerFolder` is the bundle's, with its maps. */
export function profileTable(title: string, profile: CpuProfile, workerFolder: string): Table {
  const percent = (share: number) => (share * 100).toFixed(1);
  const rows = readProfile(profile, sourcePlaces(workerFolder))
    .slice(0, shownLines)
    .map(({ where, self, total }) => [percent(self), percent(total), where]);
  return { title, columns: ["self %", "total %", "where"], rows };
}
