/** Which requests the service worker answers, and how: a list of what it may touch, not of exceptions. */

export type Kind =
  /** A page that is kept: asked from the network, and shown as last seen where there is none. */
  | "kept-page"
  /** The data of a kept page, as the browser's script asks for it. */
  | "kept-data"
  /** Any other page of ours that a person goes to: never kept, but never the browser's own error. */
  | "page"
  /** Data of any other page. */
  | "data"
  /** A file whose name changes with its content. */
  | "asset"
  /** A step of a deck. */
  | "deck-step"
  | "sign-out"
  /** Not ours to touch: the browser asks the network as if there were no service worker. */
  | "leave";

export interface Asked {
  method: string;
  /** `navigate` for a page that a person goes to. */
  mode: string;
  url: URL;
}

/** Links count hits and opens and set cookies; doors and rooms have their own ways. */
const left = /^\/(?:sl|api|trpc|ws|og|dev|metrics)(?:[/.]|$)/;
const kept =
  /^\/(?:home|activity|links|cohort\/[a-z0-9-]+|fvm\/[a-z0-9-]+|leaderboards\/[a-z_]+|results\/run_[a-z0-9]+)$/;
const assets = /^\/(?:assets\/|__manifest$)/;
const dataSuffix = /\.data$/;

/** The page's path, without the suffix that asks for its data. */
export function pagePath(url: URL): string {
  return url.pathname.replace(dataSuffix, "");
}

export function kindOf({ method, mode, url }: Asked): Kind {
  if (left.test(url.pathname)) return "leave";
  const path = pagePath(url);
  if (method === "POST") {
    if (path === "/sign-out") return "sign-out";
    const step = dataSuffix.test(url.pathname) && /^\/fvm\/[a-z0-9-]+$/.test(path);
    return step ? "deck-step" : "leave";
  }
  if (method !== "GET") return "leave";
  if (assets.test(url.pathname)) return "asset";
  const isKept = kept.test(path);
  if (dataSuffix.test(url.pathname)) return isKept ? "kept-data" : "data";
  if (mode !== "navigate") return "leave";
  return isKept ? "kept-page" : "page";
}
