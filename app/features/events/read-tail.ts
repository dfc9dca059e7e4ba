/** Which events the operator looks at, as the address says. */
import { type EventName, eventSchemas } from "#shared/events.ts";

export const eventNames = (Object.keys(eventSchemas) as EventName[]).sort();

/** A name that the catalogue does not have is no filter. */
export function readTail(search: URLSearchParams): { name?: EventName; cursor?: string } {
  const asked = search.get("name");
  const name = eventNames.find((known) => known === asked);
  const cursor = search.get("cursor");
  return { ...(name ? { name } : {}), ...(cursor ? { cursor } : {}) };
}
