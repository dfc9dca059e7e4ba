/** What a connection of ours weighs, next to an echo's. */
import { serialize } from "node:v8";
import { packSeat, takeSeat } from "#workers/platform/room-seat.ts";
import { figure, type LiveFigure } from "./live-figures.ts";
import type { Weight } from "./live-memory.ts";

/** `echo` and `ours` are of one socket. */
export function memoryFigures(echo: Weight, ours: Weight): LiveFigure[] {
  const attachment = attachmentBytes();
  return [
    figure("memory of an echo socket", echo.residentBytes, "bytes", null),
    figure("memory of a socket of ours", ours.residentBytes, "bytes", null),
    figure("ours / echo", ours.residentBytes / echo.residentBytes, "", { atMost: 1.15 }),
    figure("attachment of ours", attachment, "bytes", null),
    figure("heap of an echo socket", echo.heapBytes, "bytes", null),
    figure("heap of a socket of ours", ours.heapBytes, "bytes", null),
    figure("state of a connection of ours", attachment + ours.heapBytes, "bytes", { under: 1024 }),
  ];
}

/** As the runtime stores it: V8's own serialization of a seat with a leaf's mark. */
function attachmentBytes(): number {
  const now = Date.now();
  const mark = { status: "studying", act: "deck", n: 12, watch: [], leavesAt: null, settled: true };
  const seat = takeSeat(
    {
      ...{ jti: "tkt_01kc3v5s5xf8r8x9n7m4t2k6hd", room: "presence", name: "algebra:1" },
      ...{ handle: "3q2-7wVb0xN1YzKe", alias: "Quiet Otter 42", isMember: true },
      visitorId: "vis_01kc3v5s5xf8r8x9n7m4t2k6hd",
      ...{ sessionEndsAt: now, exp: now },
    },
    mark,
    now,
  );
  return serialize(packSeat({ ...seat, setsAt: [now, now, now] }, mark)).byteLength;
}
