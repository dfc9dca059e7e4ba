/** The hub of this tab, made when the first part of a page wants a room. */
import { askTicket, pingPresence } from "#app/trpc-client.ts";
import { presenceSubjects } from "#shared/protocol/room-names.ts";
import type { LineOptions } from "./line-desk.ts";
import { type HubMessage, LiveHub } from "./live-hub.ts";
import type { LiveLine } from "./live-line.ts";
import { lineKey } from "./live-line.ts";
import { type GetTicket, LiveSocket } from "./live-socket.ts";
import { LiveStream } from "./live-stream.ts";
import { type PageSignals, pageSignals } from "./page-signals.ts";
import { openBus } from "./tab-bus.ts";

const name = "vr.v1";
/** So many refused connections before one ever opened mean that sockets are blocked here. */
const refusalsToGiveUp = 3;
/** For so long; then they are tried again. */
const blockedForMs = 300_000;

let hub: LiveHub | null = null;
let everOpened = false;
let refusals = 0;
let blockedUntil = 0;
const ownTickets = new Map<string, GetTicket>();

/** In a browser only. */
export function browserHub(): LiveHub {
  hub ??= makeHub();
  return hub;
}

/** This page's own way to a ticket, while it shows the room. */
export function keepTicketWay(key: string, getTicket: GetTicket): () => void {
  ownTickets.set(key, getTicket);
  return () => {
    if (ownTickets.get(key) === getTicket) ownTickets.delete(key);
  };
}

function makeHub(): LiveHub {
  const tab = crypto.getRandomValues(new Uint32Array(4)).join("-");
  const bus = openBus<HubMessage>(name);
  const made = new LiveHub({ tab, name, bus, page: pageSignals, open: openLine });
  const moved = () => made.moved(Date.now());
  for (const type of ["pointerdown", "pointermove", "keydown", "scroll", "touchstart"]) {
    window.addEventListener(type, moved, { passive: true, capture: true });
  }
  window.addEventListener("pagehide", () => made.bye());
  return made;
}

function openLine(options: LineOptions & { page: PageSignals }): LiveLine {
  const { address, page } = options;
  const ears = {
    onState: (state: Parameters<LineOptions["onState"]>[0]) => {
      if (state === "live") refusals = 0;
      options.onState(state);
    },
  };
  if (Date.now() < blockedUntil) {
    let line: LiveStream | null = null;
    line = new LiveStream({
      ...ears,
      address,
      page,
      onFrame: (frame) => {
        if (options.onFrame(frame)) line?.sync();
      },
      ping: (doing) => ping(address.name, doing),
    });
    return line;
  }
  return new LiveSocket({
    ...ears,
    page,
    position: options.cursor,
    onFrame: (frame) => {
      if (frame.type === "welcome") everOpened = true;
      return options.onFrame(frame);
    },
    onRefused,
    getTicket: (moved) => {
      const own = ownTickets.get(lineKey(address));
      return own ? own(moved) : askTicket(address.room, address.name, moved);
    },
  });
}

function onRefused(): void {
  refusals += 1;
  if (everOpened || refusals < refusalsToGiveUp) return;
  refusals = 0;
  blockedUntil = Date.now() + blockedForMs;
  // Not within the socket's own word: it is closed by this.
  setTimeout(() => hub?.reopen(), 0);
}

async function ping(
  name: string,
  doing: Parameters<LiveStream["set"]>[0] | { status: "offline"; act: null },
) {
  const subject = presenceSubjects.find((known) => known === name);
  return subject ? pingPresence({ subject, ...doing }) : null;
}
