/** What tabs of one browser say to one another, and which of them leads. */

export interface TabBus<M> {
  /** To all tabs, this one included. */
  post(message: M): void;
  listen(hear: (message: M) => void): void;
}

/** Without BroadcastChannel a tab hears only itself. */
export function openBus<M>(name: string): TabBus<M> {
  const ears: ((message: M) => void)[] = [];
  const hear = (message: M) => {
    for (const ear of ears) ear(message);
  };
  const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(name) : null;
  channel?.addEventListener("message", (event) => hear(event.data as M));
  return {
    post(message) {
      channel?.postMessage(message);
      queueMicrotask(() => hear(message));
    },
    listen: (ear) => void ears.push(ear),
  };
}

export interface Election {
  /** Leads now, whoever led: the leader does not answer. */
  takeOver(): void;
}

/**
 * Calls `begin` when this tab leads, and what that answered when it no longer does. The lock goes
 * to the next tab when the leader is closed. Without locks, or without a way to talk, each tab
 * leads itself.
 */
export function holdElection(name: string, begin: () => () => void): Election {
  const locks = typeof navigator === "undefined" ? undefined : navigator.locks;
  if (!locks || typeof BroadcastChannel !== "function") {
    begin();
    return { takeOver: () => {} };
  }
  let turn = 0;
  const run = (steal: boolean) => {
    turn += 1;
    const own = turn;
    let end: (() => void) | null = null;
    const lead = () => {
      // Another request of this tab came first.
      if (own !== turn) return;
      end = begin();
      return new Promise<void>(() => {});
    };
    locks.request(name, steal ? { steal } : {}, lead).catch(() => {
      end?.();
      if (own === turn) run(false);
    });
  };
  run(false);
  return { takeOver: () => run(true) };
}
