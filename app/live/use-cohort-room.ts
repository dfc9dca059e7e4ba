/** A cohort room while one is in it: who is here. */
import type { ServerFrame } from "#shared/protocol/server-frames.ts";
import type { GetTicket } from "./live-socket.ts";
import { type CohortView, reduceCohort, startCohort } from "./room-state.ts";
import { useLiveRoom } from "./use-live-room.ts";

const kind = {
  room: "cohort" as const,
  start: startCohort,
  reduce: reduceCohort,
};

/** `initial` is what `cohorts.view` answered; `hear` gets the room's frames for the feed. */
export function useCohortRoom(
  initial: CohortView & { cohort: { slug: string } },
  getTicket: GetTicket,
  hear: (frame: ServerFrame) => void,
) {
  const { state, live } = useLiveRoom(kind, initial.cohort.slug, initial, getTicket, hear);
  const { members, here } = state;
  return { members, here, live };
}
