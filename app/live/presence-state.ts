/** Who is in a subject, as a page knows it: moved on by frames. Pure. */
import { type Activity, type Status, statuses } from "#shared/protocol/client-frames.ts";
import type {
  ActivityCounts,
  RoomMember,
  ServerBody,
  ServerFrame,
  StatusCounts,
} from "#shared/protocol/server-frames.ts";
import type { Step } from "./room-state.ts";

export interface PresenceState {
  handle: string | null;
  e: string | null;
  q: number;
  syncing: boolean;
  /** Null until it is known. */
  n: number | null;
  by: StatusCounts;
  acts: ActivityCounts;
  /** Everybody while they are few, else some of them. */
  people: readonly RoomMember[];
}

const nobody: StatusCounts = { in_quiz: 0, studying: 0, online: 0, away: 0 };

export function startPresence(): PresenceState {
  const position = { e: null, q: 0, syncing: false };
  return { handle: null, ...position, n: null, by: nobody, acts: {}, people: [] };
}

/** Applies a diff only on the same epoch and right after the last one; else asks for all. */
export function reducePresence(state: PresenceState, frame: ServerFrame): Step<PresenceState> {
  if (frame.type === "welcome") {
    return keep({ ...state, handle: frame.body.handle, syncing: false });
  }
  if (frame.type === "occ") {
    const { n, by, acts } = frame.body;
    return keep({ ...state, n, by, acts });
  }
  if (frame.type !== "snap" && frame.type !== "diff" && frame.type !== "ev") return keep(state);
  // Whom one watches is a list of its own.
  if (frame.body.t.includes("#")) return keep(state);
  if (frame.type === "snap") return keep(applySnap(state, frame.body));
  const { e, q0, q } = frame.body;
  if (e === state.e && q <= state.q) return keep(state);
  if (e !== state.e || q0 !== state.q) {
    return { state: { ...state, syncing: true }, sync: !state.syncing };
  }
  if (frame.type === "ev") return keep({ ...state, q });
  return keep(applyDiff({ ...state, q }, frame.body));
}

function applySnap(state: PresenceState, body: ServerBody<"snap">): PresenceState {
  const { e, q, n, members } = body;
  const counts = { by: body.by ?? state.by, acts: body.acts ?? state.acts };
  return { ...state, e, q, syncing: false, n, people: members, ...counts };
}

function applyDiff(state: PresenceState, body: ServerBody<"diff">): PresenceState {
  const gone = new Set(body.leave);
  const changed = new Map([...body.upd, ...body.join].map((row) => [row.handle, row]));
  const stay = state.people.filter((row) => !gone.has(row.handle) && !changed.has(row.handle));
  const people = [...stay, ...changed.values()];
  // Where everybody is listed, the list is the count; a crowd's comes with `occ`.
  const counts = people.length === body.n ? countPeople(people) : {};
  return { ...state, people, n: body.n, ...counts };
}

/** How many of these have each status, and how many do what. */
export function countPeople(
  people: readonly { status: RoomMember["status"]; act?: Activity | null | undefined }[],
): { by: StatusCounts; acts: ActivityCounts } {
  const by = { ...nobody };
  const acts: ActivityCounts = {};
  for (const { status, act } of people) {
    const known = statuses.find((one): one is Status => one === status);
    if (known) by[known] += 1;
    if (act) acts[act] = (acts[act] ?? 0) + 1;
  }
  return { by, acts };
}

function keep(state: PresenceState): Step<PresenceState> {
  return { state, sync: false };
}
