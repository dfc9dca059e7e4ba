/** The one outbox of this page, and the moments at which it sends. */
import { EventOutbox, type Posted } from "./event-outbox.ts";

const address = "/api/events";
const type = "application/json";

async function post(body: string): Promise<Posted> {
  const headers = { "Content-Type": type };
  const response = await fetch(address, { method: "POST", headers, body, keepalive: true });
  const seconds = Number(response.headers.get("Retry-After"));
  return { status: response.status, retryAfterMs: seconds > 0 ? seconds * 1_000 : null };
}

export const outbox = new EventOutbox({
  storage: localStorage,
  post,
  beacon: (body) => navigator.sendBeacon(address, new Blob([body], { type })),
  online: () => navigator.onLine,
  hidden: () => document.visibilityState === "hidden",
  now: Date.now,
  random: Math.random,
});

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") outbox.hide();
  else void outbox.flush();
});
window.addEventListener("pagehide", () => outbox.hide());
window.addEventListener("online", () => void outbox.flush());
// What an earlier page left.
void outbox.flush();
