/** What a page knows of a room: begun from the loader's data, moved on by frames. Pure. */
import type {
  BoardState as BoardCondition,
  RoomMember,
  ServerBody,
  ServerFrame,
  Standing,
} from "#shared/protocol/server-frames.ts";

/** `sync`: something was missed, ask the room for the whole. */
export interface Step<S> {
  state: S;
  sync: boolean;
}

export type BoardRow = Standing & { you: boolean };

/** What `leaderboards.view` answers, as far as it is shown live. */
export interface BoardView {
  state: BoardCondition;
  top: readonly BoardRow[];
  /** Oneself and who stands next; empty for who is not on the board. */
  around: readonly BoardRow[];
  you: { rank: number; place: number; score: number } | null;
  players: number;
}

export interface BoardState extends BoardView {
  handle: string | null;
}

export function startBoard(view: BoardView): BoardState {
  const { state, top, around, you, players } = view;
  const handle = [...top, ...around].find((row) => row.you)?.handle ?? null;
  return { state, top, around, you, players, handle };
}

/** A board frame is the whole board: nothing can be missed. One that is rebuilt has no rows yet. */
export function reduceBoard(state: BoardState, frame: ServerFrame): Step<BoardState> {
  if (frame.type === "welcome") return keep({ ...state, handle: frame.body.handle });
  if (frame.type !== "lb") return keep(state);
  if (frame.body.state === "rebuilding") return keep({ ...state, state: "rebuilding" });
  const mark = (row: Standing) => ({ ...row, you: row.handle === state.handle });
  const { top, around } = frame.body;
  return keep({ ...state, ...frame.body, top: top.map(mark), around: around.map(mark) });
}

export type MemberRow = RoomMember & { you: boolean };

/** What `cohorts.view` answers, as far as it is shown live. */
export interface CohortView {
  members: readonly (Omit<RoomMember, "status"> & { you: boolean })[];
}

export interface CohortState {
  handle: string | null;
  /** Epoch and sequence of what was applied last. */
  e: string | null;
  q: number;
  /** A `sync` is on its way: frames until the answer are of no use. */
  syncing: boolean;
  members: readonly MemberRow[];
  /** Members who are online or away. */
  here: number;
}

export function startCohort(view: CohortView): CohortState {
  const members = view.members.map((row) => ({ ...row, status: "offline" as const }));
  const handle = members.find((row) => row.you)?.handle ?? null;
  const position = { e: null, q: 0, syncing: false };
  return { ...position, handle, members, here: 0 };
}

/** Applies a diff only on the same epoch and right after the last one; else asks for all. */
export function reduceCohort(state: CohortState, frame: ServerFrame): Step<CohortState> {
  if (frame.type === "welcome") {
    return keep({ ...state, handle: frame.body.handle, syncing: false });
  }
  if (frame.type === "snap") return keep(applySnap(state, frame.body));
  if (frame.type !== "diff" && frame.type !== "ev") return keep(state);
  const { e, q0, q } = frame.body;
  if (e === state.e && q <= state.q) return keep(state);
  if (e !== state.e || q0 !== state.q) {
    return { state: { ...state, syncing: true }, sync: !state.syncing };
  }
  const moved = { ...state, q };
  if (frame.type === "ev") return keep(moved);
  return keep(applyDiff(moved, frame.body));
}

function applySnap(state: CohortState, body: ServerBody<"snap">): CohortState {
  const { e, q, n, members } = body;
  const rows = members.map((row) => ({ ...row, you: row.handle === state.handle }));
  return { ...state, e, q, syncing: false, members: rows, here: n };
}

function applyDiff(state: CohortState, body: ServerBody<"diff">): CohortState {
  const gone = new Set(body.leave);
  const changed = new Map([...body.upd, ...body.join].map((row) => [row.handle, row]));
  const rows = state.members.filter((row) => !gone.has(row.handle));
  const members: MemberRow[] = rows.map((row) => ({ ...row, ...changed.get(row.handle) }));
  const known = new Set(rows.map((row) => row.handle));
  for (const row of changed.values()) {
    if (!known.has(row.handle)) members.push({ ...row, you: row.handle === state.handle });
  }
  return { ...state, members, here: body.n };
}

function keep<S>(state: S): Step<S> {
  return { state, sync: false };
}
