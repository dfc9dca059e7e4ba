/** The page's side of the service worker: registering it, talking to it, hearing of a new version. */
import type { WorkerNews, WorkerOrder } from "#shared/kept-pages.ts";

/** Null where the browser has none, or forbids it. */
function container(): ServiceWorkerContainer | null {
  return "serviceWorker" in navigator ? navigator.serviceWorker : null;
}

/** Says something to the service worker, as soon as there is one. */
export function order(message: WorkerOrder): void {
  container()?.ready.then(
    ({ active }) => active?.postMessage(message),
    () => {},
  );
}

/** Calls back with what the service worker says; answers how to stop. */
export function hearWorker(hear: (news: WorkerNews) => void): () => void {
  const listen = (event: MessageEvent) => hear(event.data as WorkerNews);
  const worker = container();
  worker?.addEventListener("message", listen);
  return () => worker?.removeEventListener("message", listen);
}

/** Registers the worker; `onWaiting` when a newer one waits to take over. */
export async function registerWorker(onWaiting: () => void): Promise<void> {
  const options = { scope: "/", updateViaCache: "none" } as const;
  const registration = await container()?.register("/service-worker.js", options);
  if (!registration) return;
  const look = () => {
    // The first worker of a browser replaces nobody.
    if (registration.waiting && container()?.controller) onWaiting();
  };
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", look);
  });
  look();
}

/** Lets the waiting version take over, and shows the page by it. */
export async function takeNewVersion(): Promise<void> {
  const registration = await container()?.getRegistration();
  const reload = () => window.location.reload();
  if (!registration?.waiting) return reload();
  container()?.addEventListener("controllerchange", reload, { once: true });
  registration.waiting.postMessage({ type: "take-over" } satisfies WorkerOrder);
}
