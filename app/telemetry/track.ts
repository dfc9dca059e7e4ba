/** What pages call to count something: costs a page nothing until it does. */
import type { EventProps, TrackedName } from "#shared/events.ts";

/** Sends an event of the catalogue, soon, once, and also after a time without a network. */
export function track<N extends TrackedName>(name: N, props: EventProps<N>): void {
  const at = Date.now();
  // Counting is never worth an error on somebody's page.
  import("./browser-outbox.ts").then(
    ({ outbox }) => outbox.add(name, props, at),
    () => {},
  );
}
