/** A way to call each procedure of events. */
import { newId } from "#shared/ids.ts";
import type { ProcedureSample } from "./procedure-shape.ts";

export const eventSamples: readonly ProcedureSample[] = [
  {
    path: "events.record",
    as: "guest",
    inputs: () => {
      const now = Date.now();
      const props = { durationMs: 1_000 };
      return [{ event: { eventId: newId("evt", now), name: "presence.session", props } }];
    },
  },
  { path: "events.list", as: "admin", inputs: () => [{}] },
];
