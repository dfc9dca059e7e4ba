/** Whether this page can use a connection now: somebody looks at it, and the network is there. */

export interface PageSignals {
  visible(): boolean;
  /** Visible and online. */
  ready(): boolean;
  /** Called on each change; answers how to stop listening. */
  listen(changed: () => void): () => void;
}

/** The signals of the browser's page. */
export const pageSignals: PageSignals = {
  visible: () => document.visibilityState === "visible",
  ready: () => document.visibilityState === "visible" && navigator.onLine,
  listen(changed) {
    const targets = [
      [document, "visibilitychange"],
      [window, "online"],
      [window, "offline"],
    ] as const;
    for (const [target, type] of targets) target.addEventListener(type, changed);
    return () => {
      for (const [target, type] of targets) target.removeEventListener(type, changed);
    };
  },
};
