/** One per tab: what this tab wants of rooms, carried by the one tab that leads. */
import type { ServerFrame } from "#shared/protocol/server-frames.ts";
import { withIdle } from "./doing.ts";
import { LineDesk, type LineOptions } from "./line-desk.ts";
import type { LiveState } from "./live-line.ts";
import {
  type Doing,
  type LineAddress,
  type LineEars,
  type LiveLine,
  lineKey,
} from "./live-line.ts";
import type { PageSignals } from "./page-signals.ts";
import { type Election, holdElection, type TabBus } from "./tab-bus.ts";

/** `here` answers `want`: the leader lives. */
export type HubMessage =
  | { type: "want"; tab: string; lines: LineAddress[]; doing: Doing; visible: boolean }
  | { type: "here" }
  | { type: "lead" }
  | { type: "bye"; tab: string }
  | { type: "sync"; key: string }
  | { type: "frame"; key: string; frame: ServerFrame }
  | { type: "state"; key: string; state: LiveState };

/** A visible tab asks so often whether the leader lives, and waits so long for the answer. */
const askMs = 5_000;
const answerMs = 3_000;

/** A room that parts of this page listen to, and what it said of itself last. */
interface Wanted {
  address: LineAddress;
  ears: Set<LineEars>;
  state: LiveState | null;
  welcome: ServerFrame | null;
}

export interface HubOptions {
  tab: string;
  name: string;
  bus: TabBus<HubMessage>;
  page: PageSignals;
  open(options: LineOptions & { page: PageSignals }): LiveLine;
}

export class LiveHub {
  readonly #options: HubOptions;
  readonly #wanted = new Map<string, Wanted>();
  readonly #election: Election;
  readonly #pageListeners = new Set<() => void>();
  #desk: LineDesk | null = null;
  #base: Doing = { status: "online", act: null };
  #doing: Doing | null = null;
  #movedAt = Date.now();
  #telling = false;
  #unansweredSince: number | null = null;
  #answerTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: HubOptions) {
    this.#options = options;
    options.bus.listen((message) => this.#hear(message));
    options.page.listen(() => this.#pageChanged());
    this.#election = holdElection(options.name, () => this.#lead());
    setInterval(() => this.#ask(), askMs);
  }

  /** Frames and states of that room from now on; answers how to ask for the whole, and to end it. */
  listen(address: LineAddress, ears: LineEars): { sync(): void; close(): void } {
    const key = lineKey(address);
    const known = this.#wanted.get(key) ?? { address, ears: new Set(), state: null, welcome: null };
    const first = known.ears.size === 0;
    known.ears.add(ears);
    this.#wanted.set(key, known);
    if (first) this.#tellSoon();
    else this.#greet(key, known, ears);
    return {
      sync: () => this.#options.bus.post({ type: "sync", key }),
      close: () => {
        known.ears.delete(ears);
        if (known.ears.size === 0 && this.#wanted.get(key) === known) this.#wanted.delete(key);
        this.#tellSoon();
      },
    };
  }

  /** A second part of this page hears who one is here, how it stands, and the whole. */
  #greet(key: string, { ears: all, state, welcome }: Wanted, ears: LineEars): void {
    queueMicrotask(() => {
      if (!all.has(ears)) return;
      if (state) ears.onState(state);
      if (welcome) ears.onFrame(welcome);
    });
    this.#options.bus.post({ type: "sync", key });
  }

  /** What the page is for; a part of it may say more by `doing`, until it says null. */
  setBase(base: Doing): void {
    this.#base = base;
    this.#tellSoon();
  }

  setDoing(doing: Doing | null): void {
    this.#doing = doing;
    this.#tellSoon();
  }

  /** The person has moved. */
  moved(now: number): void {
    const wasIdle = withIdle(this.#base, this.#movedAt, now) !== this.#base;
    this.#movedAt = now;
    if (wasIdle) this.#tellSoon();
  }

  bye(): void {
    this.#options.bus.post({ type: "bye", tab: this.#options.tab });
  }

  /** The leader opens its rooms anew. */
  reopen(): void {
    this.#desk?.reopen();
  }

  /** What changes within one turn of the page is told at once. */
  #tellSoon(): void {
    if (this.#telling) return;
    this.#telling = true;
    queueMicrotask(() => {
      this.#telling = false;
      this.#tell();
    });
  }

  #tell(): void {
    const { bus, tab, page } = this.#options;
    const lines = [...this.#wanted.values()].map(({ address }) => address);
    const doing = withIdle(this.#doing ?? this.#base, this.#movedAt, Date.now());
    bus.post({ type: "want", tab, lines, doing, visible: page.visible() });
  }

  #pageChanged(): void {
    this.#unansweredSince = null;
    this.#tell();
    this.#ask();
    for (const listener of this.#pageListeners) listener();
  }

  /** A leader that was frozen, or hangs, answers nobody who looks at a page. */
  #ask(): void {
    const { page } = this.#options;
    this.#tell();
    if (!page.visible() || this.#desk) return;
    this.#unansweredSince ??= Date.now();
    clearTimeout(this.#answerTimer);
    this.#answerTimer = setTimeout(() => {
      const since = this.#unansweredSince;
      if (since !== null && Date.now() - since >= answerMs && page.visible() && !this.#desk) {
        this.#unansweredSince = null;
        this.#election.takeOver();
      }
    }, answerMs);
  }

  #hear(message: HubMessage): void {
    if (message.type === "frame" || message.type === "state") this.#pass(message);
    else if (message.type === "here") this.#unansweredSince = null;
    else if (message.type === "lead") this.#tell();
    else if (this.#desk) this.#serve(this.#desk, message);
  }

  #serve(desk: LineDesk, message: Extract<HubMessage, { type: "sync" | "bye" | "want" }>): void {
    if (message.type === "sync") desk.sync(message.key);
    const wasVisible = desk.visible;
    if (message.type === "bye") desk.leave(message.tab);
    if (message.type === "want") {
      desk.hear(message, Date.now());
      this.#options.bus.post({ type: "here" });
      desk.wake();
    }
    if (desk.visible !== wasVisible) for (const listener of this.#pageListeners) listener();
  }

  #pass(message: Extract<HubMessage, { type: "frame" | "state" }>): void {
    const known = this.#wanted.get(message.key);
    if (!known) return;
    if (message.type === "state") known.state = message.state;
    else if (message.frame.type === "welcome") known.welcome = message.frame;
    for (const ears of known.ears) {
      if (message.type === "frame") ears.onFrame(message.frame);
      else ears.onState(message.state);
    }
  }

  #lead(): () => void {
    const { bus, open } = this.#options;
    const page = this.#allTabs();
    const desk = new LineDesk((options) => open({ ...options, page }), {
      frame: (key, frame) => bus.post({ type: "frame", key, frame }),
      state: (key, state) => bus.post({ type: "state", key, state }),
    });
    this.#desk = desk;
    bus.post({ type: "lead" });
    return () => {
      if (this.#desk === desk) this.#desk = null;
      desk.close();
    };
  }

  /** The leader may be hidden while another of its tabs is looked at. */
  #allTabs(): PageSignals {
    const visible = () => this.#options.page.visible() || this.#desk?.visible === true;
    return {
      visible,
      ready: () => visible() && navigator.onLine,
      listen: (changed) => {
        this.#pageListeners.add(changed);
        return () => this.#pageListeners.delete(changed);
      },
    };
  }
}
