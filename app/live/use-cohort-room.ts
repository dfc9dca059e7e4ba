/** A cohort room while one is in it: who is here, and what just happened. */
import type { GetTicket } from "./live-socket.ts";
import { type CohortView, reduceCohort, startCohort } from "./room-state.ts";
import { useLiveRoom } from "./use-live-room.ts";

const kind = {
  room: "cohort" as const,
  start: startCohort,
  reduce: reduceCohort,
};

/** `initial` is what `cohorts.view` answered; `getTicket` asks for that cohort's room. */
export function useCohortRoom(
  initial: CohortView & { cohort: { slug: string } },
  getTicket: GetTicket,
) {
  const { state, live } = useLiveRoom(kind, initial.cohort.slug, initial, getTicket);
  const { members, feed, here } = state;
  return { members, feed, here, live };
}
