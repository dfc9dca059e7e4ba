/** The service worker's global scope, as far as it is used here; the page's types do not know it. */

export interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface OrderEvent extends WorkerEvent {
  data: unknown;
}

interface AskEvent extends WorkerEvent {
  request: Request;
}

interface OwnClient {
  url: string;
  postMessage(message: unknown): void;
}

interface WorkerScope {
  location: Location;
  navigator: { languages: readonly string[] };
  cookieStore?: { get(name: string): Promise<{ value: string } | null> };
  clients: {
    claim(): Promise<void>;
    get(id: string): Promise<OwnClient | undefined>;
    matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<OwnClient[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", hear: (event: WorkerEvent) => void): void;
  addEventListener(type: "fetch", hear: (event: AskEvent) => void): void;
  addEventListener(type: "message", hear: (event: OrderEvent) => void): void;
}

export const scope = globalThis as unknown as WorkerScope;
