/** Several tabs in one browser, over the real BroadcastChannel and, where Node has them, real locks. */
import { afterEach, describe, expect, it, vi } from "vitest";
import type { LineOptions } from "./line-desk.ts";
import { type HubMessage, LiveHub } from "./live-hub.ts";
import type { LineAddress } from "./live-line.ts";
import { openBus, type TabBus } from "./tab-bus.ts";

const address: LineAddress = { room: "presence", name: "lobby", who: "" };

/** Locks as a browser has them: one holder, a queue, and theft. */
class Locks {
  #holder: ((error: Error) => void) | null = null;
  readonly #queue: (() => void)[] = [];

  request(_: string, { steal = false }: { steal?: boolean }, hold: () => unknown): Promise<void> {
    return new Promise((_resolve, reject) => {
      const take = () => {
        this.#holder = reject;
        if (!hold()) this.#next();
      };
      if (steal) {
        this.#holder?.(new Error("stolen"));
        take();
      } else if (this.#holder) this.#queue.push(take);
      else take();
    });
  }

  #next(): void {
    this.#holder = null;
    this.#queue.shift()?.();
  }
}

const timers: NodeJS.Timeout[] = [];
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  for (const timer of timers.splice(0)) clearInterval(timer);
});

function setUp() {
  vi.useFakeTimers();
  vi.stubGlobal("navigator", { locks: new Locks(), onLine: true });
  const all: TabBus<HubMessage>[] = [];
  const frozen = new Set<string>();
  const lines: { tab: string; options: LineOptions; open: boolean; syncs: number }[] = [];
  const openTab = (tab: string) => {
    const ears: ((message: HubMessage) => void)[] = [];
    const bus: TabBus<HubMessage> = {
      post(message) {
        if (frozen.has(tab)) return;
        for (const other of all) queueMicrotask(() => Object.assign(other).hear(message));
      },
      listen: (ear) => void ears.push(ear),
    };
    const hear = (message: HubMessage) => {
      if (!frozen.has(tab)) for (const ear of ears) ear(message);
    };
    all.push(Object.assign(bus, { hear }));
    const page = { visible: () => true, ready: () => true, listen: () => () => {} };
    const hub = new LiveHub({
      tab,
      name: "test",
      bus,
      page,
      open(options) {
        const line = { tab, options, open: true, syncs: 0 };
        lines.push(line);
        const close = () => void Object.assign(line, { open: false });
        const sync = () => void Object.assign(line, { syncs: line.syncs + 1 });
        return { set: () => {}, sync, wake: () => {}, close };
      },
    });
    return { hub, ...listenAgain(hub) };
  };
  const listenAgain = (hub: LiveHub) => {
    const heard: string[] = [];
    const { close } = hub.listen(address, {
      onFrame: (frame) => heard.push(frame.type),
      onState: (state) => heard.push(state),
    });
    return { heard, close };
  };
  const holders = () => lines.filter(({ open }) => open).map(({ tab }) => tab);
  return { openTab, listenAgain, lines, holders, frozen };
}

const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

describe("LiveHub", () => {
  it("has one line for all tabs, whose frames reach each of them", async () => {
    const { openTab, lines, holders } = setUp();
    const tabs = [openTab("1"), openTab("2"), openTab("3")];
    await settle();
    expect(holders()).toEqual(["1"]);
    lines[0]?.options.onState("live");
    lines[0]?.options.onFrame({ type: "ok", body: { n: 1 } });
    await settle();
    for (const { heard } of tabs) expect(heard.slice(-2)).toEqual(["live", "ok"]);
  });

  it("tells a part of the page that comes later how the room stands, and who one is there", async () => {
    const { openTab, lines, listenAgain } = setUp();
    const { hub } = openTab("1");
    await settle();
    lines[0]?.options.onState("live");
    const body = { id: "1", room: "presence/lobby:1", handle: "me", heartbeatMs: 25_000, now: 0 };
    lines[0]?.options.onFrame({ type: "welcome", body });
    await settle();
    const later = listenAgain(hub);
    const never = listenAgain(hub);
    never.close();
    await settle();
    expect(later.heard).toEqual(["live", "welcome"]);
    expect(never.heard).toEqual([]);
    expect(lines, "the whole is asked for on the line that is there").toHaveLength(1);
    expect(lines[0]?.syncs).toBe(2);
  });

  it("takes over from a leader that is frozen, which lets go once it wakes", async () => {
    const { openTab, holders, frozen } = setUp();
    openTab("1");
    openTab("2");
    await settle(20_000);
    expect(holders(), "a leader that answers stays").toEqual(["1"]);
    frozen.add("1");
    await settle(10_000);
    expect(holders()).toEqual(["2"]);
  });
});

describe("openBus", () => {
  it("reaches other tabs and this one", async () => {
    const [one, other] = [openBus<string>("bus-test"), openBus<string>("bus-test")];
    const heard: string[] = [];
    one.listen((message) => heard.push(`one ${message}`));
    other.listen((message) => heard.push(`other ${message}`));
    one.post("hello");
    await expect.poll(() => heard.sort()).toEqual(["one hello", "other hello"]);
  });
});
