/** The leader's side: which rooms all tabs together want, and what carries them. */

import type { ServerFrame } from "#shared/protocol/server-frames.ts";
import { isStronger } from "./doing.ts";
import type { LiveState } from "./live-line.ts";
import { type Doing, type LineAddress, type LiveLine, lineKey } from "./live-line.ts";
import { type Cursor, moveCursor, startCursor } from "./topic-cursor.ts";

/** A browser holds at most so many sockets. */
export const maxLines = 4;
/** A tab that was not heard for so long is gone; hidden ones speak once a minute. */
const tabLifeMs = 150_000;

export interface TabWants {
  tab: string;
  lines: readonly LineAddress[];
  doing: Doing;
  visible: boolean;
}

export interface DeskEars {
  frame(key: string, frame: ServerFrame): void;
  state(key: string, state: LiveState): void;
}

export interface LineOptions {
  address: LineAddress;
  cursor(): Cursor;
  /** Answers true when something was missed. */
  onFrame(frame: ServerFrame): boolean;
  onState(state: LiveState): void;
}

interface OpenLine {
  line: LiveLine;
  address: LineAddress;
  cursor: Cursor;
  topic: string;
  state: LiveState;
  welcome: ServerFrame | null;
}

export class LineDesk {
  readonly #open: (options: LineOptions) => LiveLine;
  readonly #ears: DeskEars;
  readonly #tabs = new Map<string, TabWants & { at: number }>();
  readonly #lines = new Map<string, OpenLine>();

  constructor(open: (options: LineOptions) => LiveLine, ears: DeskEars) {
    this.#open = open;
    this.#ears = ears;
  }

  /** True while somebody looks at one of the tabs. */
  get visible(): boolean {
    return [...this.#tabs.values()].some((tab) => tab.visible);
  }

  /** What that tab wants from now on. It is told what is known of rooms that are new to it. */
  hear(wants: TabWants, now: number): void {
    const before = this.#tabs.get(wants.tab);
    this.#tabs.set(wants.tab, { ...wants, at: now });
    for (const [tab, { at }] of this.#tabs) if (now - at > tabLifeMs) this.#tabs.delete(tab);
    const had = new Set(before?.lines.map(lineKey));
    const fresh = wants.lines.map(lineKey).filter((key) => !had.has(key));
    const known = fresh.filter((key) => this.#lines.has(key));
    this.#tend(fresh);
    for (const key of known) this.#greet(key);
  }

  leave(tab: string): void {
    this.#tabs.delete(tab);
    this.#tend([]);
  }

  sync(key: string): void {
    this.#lines.get(key)?.line.sync();
  }

  wake(): void {
    for (const { line } of this.#lines.values()) line.wake();
  }

  /** Opens all rooms anew, as by another way. */
  reopen(): void {
    const keys = [...this.#lines.keys()];
    for (const key of keys) this.#close(key);
    this.#tend([]);
  }

  close(): void {
    for (const key of [...this.#lines.keys()]) this.#close(key);
    this.#tabs.clear();
  }

  #greet(key: string): void {
    const known = this.#lines.get(key);
    if (!known) return;
    this.#ears.state(key, known.state);
    if (known.welcome) this.#ears.frame(key, known.welcome);
    known.line.sync();
  }

  /** Rooms of tabs that one sees come first, then those wanted last. */
  #tend(fresh: readonly string[]): void {
    const wanted = new Map<string, LineAddress>();
    const tabs = [...this.#tabs.values()].sort(
      (a, b) => Number(b.visible) - Number(a.visible) || b.at - a.at,
    );
    for (const tab of tabs) {
      for (const address of tab.lines) {
        const key = lineKey(address);
        if (wanted.size < maxLines || wanted.has(key)) wanted.set(key, address);
      }
    }
    for (const [key, { state }] of this.#lines) {
      const again = state === "closed" && fresh.includes(key);
      if (!wanted.has(key) || again) this.#close(key);
    }
    const doing = this.#doing();
    for (const [key, address] of wanted) {
      if (!this.#lines.has(key)) this.#begin(key, address);
      this.#lines.get(key)?.line.set(doing);
    }
  }

  #close(key: string): void {
    const open = this.#lines.get(key);
    this.#lines.delete(key);
    open?.line.close();
    if (open) this.#ears.state(key, "connecting");
  }

  #begin(key: string, address: LineAddress): void {
    const topic = `${address.room}/${address.name}`;
    const open: OpenLine = {
      line: null as unknown as LiveLine,
      address,
      cursor: startCursor,
      topic,
      state: "connecting",
      welcome: null,
    };
    this.#lines.set(key, open);
    open.line = this.#open({
      address,
      cursor: () => open.cursor,
      onFrame: (frame) => this.#pass(key, open, frame),
      onState: (state) => {
        open.state = state;
        if (this.#lines.get(key) === open) this.#ears.state(key, state);
      },
    });
  }

  #pass(key: string, open: OpenLine, frame: ServerFrame): boolean {
    if (this.#lines.get(key) !== open) return false;
    if (frame.type === "welcome") {
      open.welcome = frame;
      open.topic = frame.body.room;
    }
    const moved = moveCursor(open.cursor, open.topic, frame);
    open.cursor = moved.cursor;
    this.#ears.frame(key, frame);
    return moved.missed;
  }

  /** Of all tabs the strongest; of equal ones that which spoke last. */
  #doing(): Doing {
    let best: { doing: Doing; at: number } | null = null;
    for (const { doing, visible, at } of this.#tabs.values()) {
      const said: Doing = visible ? doing : { ...doing, status: "away" };
      const later = best?.doing.status === said.status && at >= best.at;
      if (!best || later || isStronger(said, best.doing)) best = { doing: said, at };
    }
    return best?.doing ?? { status: "online", act: null };
  }
}
