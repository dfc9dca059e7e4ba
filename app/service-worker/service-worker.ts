/** The service worker: what is kept, what is asked for, and what never passes through it. */
import { cleanupOutdatedCaches } from "workbox-precaching/cleanupOutdatedCaches.js";
import { precacheAndRoute } from "workbox-precaching/precacheAndRoute.js";
import { registerRoute } from "workbox-routing/registerRoute.js";
import { CacheFirst } from "workbox-strategies/CacheFirst.js";
import type { Run } from "#app/features/micro-decks/deck-stage.ts";
import type { WorkerOrder } from "#shared/kept-pages.ts";
import { sendSoon } from "./answer-queue.ts";
import { answerStep } from "./deck-steps.ts";
import { expire } from "./expire.ts";
import { keepWhole, keptPages } from "./kept-pages.ts";
import { cacheNames, fetchForPerson, forgetPerson } from "./kept-person.ts";
import { keepNewer } from "./kept-runs.ts";
import { type Kind, kindOf, pagePath } from "./kinds.ts";
import { fallback } from "./offline-answer.ts";
import { type OrderEvent, scope } from "./worker-scope.ts";

/** The shell's files, put in by the build. */
declare const SHELL: { url: string; revision: string | null }[];

cleanupOutdatedCaches();
precacheAndRoute(SHELL);

type Handle = (asked: { request: Request; url: URL; event: ExtendableEvent }) => Promise<Response>;

function on(kind: Kind, handle: Handle, method: "GET" | "POST" = "GET"): void {
  registerRoute(
    ({ request, url, sameOrigin }) =>
      sameOrigin && kindOf({ method: request.method, mode: request.mode, url }) === kind,
    handle,
    method,
  );
}

const files = new CacheFirst({
  cacheName: cacheNames.assets,
  plugins: [expire({ maxEntries: 150, purgeOnQuotaError: true })],
});
const orElse: Handle = ({ request, event }) =>
  fetchForPerson(request).catch(() => fallback(request, event));

on("asset", ({ request, event }) => files.handle({ request, event }));
const orKept: Handle = ({ request, event }) =>
  keptPages.handle({ request, event }).catch(() => fallback(request, event));

on("kept-page", orKept);
on("kept-data", async ({ request, url, event }) => {
  const answer = await orKept({ request, url, event });
  if (answer.status === 200) event.waitUntil(keepWhole(pagePath(url) + searchOf(url), event));
  return answer;
});
on("page", orElse);
on("data", orElse);
on("deck-step", ({ request, url }) => answerStep(request, pagePath(url)), "POST");

/** Without the words that are for the data alone. */
function searchOf(url: URL): string {
  const search = new URLSearchParams(url.search);
  search.delete("_routes");
  return search.size > 0 ? `?${search}` : "";
}

/** Not answered here: the server's Clear-Site-Data ends this worker before it could hand it on. */
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const { method, mode } = request;
  if (kindOf({ method, mode, url: new URL(request.url) }) !== "sign-out") return;
  event.waitUntil(forgetPerson());
});

scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener("message", (event) => {
  const order = event.data as WorkerOrder;
  event.waitUntil(obey(order, event).catch(() => {}));
});

async function obey(order: WorkerOrder, event: OrderEvent): Promise<void> {
  switch (order.type) {
    case "keep-run":
      await keepNewer(order.path, order.run as Run, order.now);
      return keepWhole(order.path, event as unknown as ExtendableEvent);
    case "send-answers":
      return sendSoon();
    case "forget":
      return forgetPerson();
    case "take-over":
      return scope.skipWaiting();
  }
}
