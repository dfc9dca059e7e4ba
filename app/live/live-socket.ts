/** One socket to one room: comes by ticket, comes back after a loss, notices a silent server. */
import ReconnectingWebSocket from "partysocket/ws";
import { clientFrame } from "#shared/protocol/client-frames.ts";
import { closeCodes, mayReconnect } from "#shared/protocol/close-codes.ts";
import { wireLimits, wireTimes } from "#shared/protocol/limits.ts";
import { parseServerFrame, type ServerFrame } from "#shared/protocol/server-frames.ts";
import { backoffMs } from "./backoff.ts";
import type { Doing, LiveLine, LiveState } from "./live-line.ts";
import { type PageSignals, pageSignals } from "./page-signals.ts";

/** What `realtime.ticket` answers. */
export interface RoomTicket {
  path: string;
  protocols: readonly string[];
}

/** A new ticket for each connection; null where there is no way in. When it throws, we try later. */
export type GetTicket = (moved: boolean) => Promise<RoomTicket | null>;

export interface LiveSocketOptions {
  getTicket: GetTicket;
  /** Epoch and sequence of what the page has. */
  position(): { e: string | null; q: number };
  /** Answers true when something was missed and the whole is wanted. */
  onFrame(frame: ServerFrame): boolean;
  onState(state: LiveState): void;
  /** A connection with a ticket was refused before it opened. */
  onRefused?(): void;
  page?: PageSignals;
  /** Such as `https://host`; the page's own by default. */
  origin?: string;
  random?(): number;
}

export class LiveSocket implements LiveLine {
  readonly #options: LiveSocketOptions;
  readonly #page: PageSignals;
  readonly #socket: ReconnectingWebSocket;
  readonly #stop: (() => void)[] = [];
  #ticket: Promise<RoomTicket | null> = Promise.resolve(null);
  #topic = "";
  #greeted = false;
  #opened = false;
  #doing: Doing = { status: "online", act: null };
  #told = "online null";
  #sets = 0;
  #setsAt: number[] = [];
  #setTimer: ReturnType<typeof setTimeout> | undefined;
  #moveTimer: ReturnType<typeof setTimeout> | undefined;
  #moved = false;
  #acked = 0;
  #beatAt = 0;
  #beatMs = 0;
  #beatTimer: ReturnType<typeof setInterval> | undefined;
  #heardAt = 0;
  #wake: () => void = () => {};

  constructor(options: LiveSocketOptions) {
    this.#options = options;
    this.#page = options.page ?? pageSignals;
    this.#socket = new ReconnectingWebSocket(
      () => this.#address(),
      () => this.#ticket.then((ticket) => (ticket ? [...ticket.protocols] : null)),
      {
        // The wait before a try is ours: full jitter, and none of it while nobody looks.
        minReconnectionDelay: 0,
        maxReconnectionDelay: 0,
        connectionTimeout: wireTimes.connectMs,
        maxEnqueuedMessages: 0,
        shouldReconnectOnClose: (event) => mayReconnect(event.code),
      },
    );
    this.#socket.addEventListener("open", () => this.#hello());
    this.#socket.addEventListener("message", (event) => this.#hear(event.data));
    this.#socket.addEventListener("close", (event) => this.#lost(event.code));
    this.#beatEvery(wireTimes.heartbeatMs);
    this.#stop.push(() => clearInterval(this.#beatTimer));
    this.#stop.push(() => clearTimeout(this.#setTimer));
    this.#stop.push(() => clearTimeout(this.#moveTimer));
    this.#stop.push(this.#page.listen(() => this.#pageChanged()));
  }

  /** Goes for good. */
  close(): void {
    for (const stop of this.#stop.splice(0)) stop();
    this.#socket.close();
    this.#wake();
  }

  /** What is said of the person while somebody looks at the page. */
  set(doing: Doing): void {
    this.#doing = doing;
    this.#tellStatus();
  }

  sync(): void {
    if (this.#greeted) this.#socket.send(clientFrame("sync", { t: this.#topic }));
  }

  /** Timers of a hidden page are late: what is overdue happens now. */
  wake(): void {
    if (this.#page.ready()) this.#wake();
    if (this.#greeted && Date.now() - this.#beatAt >= this.#beatMs) this.#beat();
  }

  /** Waits its turn, gets a ticket, answers where to connect. */
  #address(): Promise<string> {
    this.#ticket = this.#waitTurn().then(() => (this.#ended() ? null : this.#askTicket()));
    return this.#ticket.then((ticket) => {
      if (!ticket) {
        this.#tell("closed");
        this.close();
      }
      this.#topic = ticket?.path.replace(/^\/ws\//, "") ?? "";
      const origin = this.#options.origin ?? window.location.origin;
      return origin.replace(/^http/, "ws") + (ticket?.path ?? "");
    });
  }

  #askTicket(): Promise<RoomTicket | null> {
    const moved = this.#moved;
    this.#moved = false;
    return this.#options.getTicket(moved);
  }

  async #waitTurn(): Promise<void> {
    const random = this.#options.random ?? Math.random;
    const waitMs = backoffMs(this.#socket.retryCount, random());
    if (waitMs > 0) await this.#pause(waitMs);
    while (!this.#page.ready() && !this.#ended()) await this.#pause(null);
  }

  /** Ends after `waitMs` (never, when null), or as soon as the page can be used again. */
  #pause(waitMs: number | null): Promise<void> {
    return new Promise((resolve) => {
      const timer = waitMs === null ? undefined : setTimeout(resolve, waitMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #pageChanged(): void {
    this.#tellStatus();
    if (this.#page.ready()) this.#wake();
  }

  #hello(): void {
    this.#opened = true;
    const id = crypto.getRandomValues(new Uint32Array(2)).join("-");
    const topics = [{ t: this.#topic, ...this.#options.position() }];
    this.#heardAt = Date.now();
    this.#socket.send(clientFrame("hello", { id, sid: tabId(), topics }));
  }

  #hear(data: unknown): void {
    this.#heardAt = Date.now();
    if (typeof data !== "string" || data === "P") return;
    const reading = parseServerFrame(data);
    if (reading.status !== "frame") return;
    const { frame } = reading;
    if (frame.type === "welcome") {
      this.#beatEvery(frame.body.heartbeatMs);
      this.#welcomed();
    }
    if (frame.type === "move") this.#moveIn(frame.body.inMs);
    if (this.#options.onFrame(frame)) this.#socket.send(clientFrame("sync", { t: this.#topic }));
    else this.#ack(frame.type === "snap");
  }

  /** Says now and then what we have: frames are withheld from who never does. */
  #ack(whole: boolean): void {
    const { e, q } = this.#options.position();
    if (whole) this.#acked = q;
    if (e === null || q - this.#acked < wireLimits.ackEvery) return;
    this.#acked = q;
    this.#socket.send(clientFrame("ack", { t: this.#topic, e, q }));
  }

  /** We belong to another object: there with a new ticket, when our turn comes. */
  #moveIn(inMs: number): void {
    clearTimeout(this.#moveTimer);
    this.#moveTimer = setTimeout(() => {
      this.#moved = true;
      this.#socket.reconnect(1000);
    }, inMs);
  }

  #welcomed(): void {
    this.#greeted = true;
    // The room takes whoever comes for that, until told otherwise.
    this.#told = "online null";
    this.#tell("live");
    this.#tellStatus();
  }

  #tellStatus(): void {
    const status = this.#page.visible() ? this.#doing.status : "away";
    const { act } = this.#doing;
    if (!this.#greeted || this.#told === `${status} ${act}`) return;
    const now = Date.now();
    this.#setsAt = this.#setsAt.filter((at) => at > now - wireTimes.setWindowMs);
    const [oldest] = this.#setsAt;
    clearTimeout(this.#setTimer);
    if (oldest !== undefined && this.#setsAt.length >= wireLimits.setsPerWindow) {
      // Whatever is true by then is said, and what was between is not.
      const waitMs = oldest + wireTimes.setWindowMs - now + 100;
      this.#setTimer = setTimeout(() => this.#tellStatus(), waitMs);
      return;
    }
    this.#setsAt.push(now);
    this.#sets += 1;
    this.#told = `${status} ${act}`;
    const word = act ? { status, act } : { status };
    this.#socket.send(clientFrame("set", { n: this.#sets, ...word }));
  }

  #beatEvery(ms: number): void {
    if (ms === this.#beatMs) return;
    this.#beatMs = ms;
    clearInterval(this.#beatTimer);
    this.#beatTimer = setInterval(() => this.#beat(), ms);
  }

  /** A heartbeat that was not answered means that the connection is dead. */
  #beat(): void {
    if (!this.#greeted) return;
    const now = Date.now();
    if (this.#beatAt > this.#heardAt && now - this.#beatAt >= wireTimes.answerMs) {
      this.#socket.reconnect(closeCodes.lease);
      return;
    }
    this.#beatAt = now;
    this.#socket.send("p");
  }

  #lost(code: number): void {
    this.#greeted = false;
    if (!this.#opened && !this.#ended()) this.#options.onRefused?.();
    this.#opened = false;
    clearTimeout(this.#moveTimer);
    if (code === closeCodes.moved) this.#moved = true;
    this.#tell(mayReconnect(code) ? "connecting" : "closed");
  }

  #ended(): boolean {
    return this.#stop.length === 0;
  }

  /** Once ended we say nothing: the page may have opened another socket already. */
  #tell(state: LiveState): void {
    if (!this.#ended()) this.#options.onState(state);
  }
}

let ownTab: string | undefined;

/** Names this tab for as long as the page lives. */
function tabId(): string {
  ownTab ??= crypto.getRandomValues(new Uint32Array(4)).join("-");
  return ownTab;
}
