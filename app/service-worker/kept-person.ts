/** Whose pages are kept here: one person's at a time, and nothing of the one before. */

import { personHeader } from "#shared/kept-pages.ts";

export const cacheNames = {
  pages: "vt-pages",
  runs: "vt-runs",
  person: "vt-person",
  assets: "vt-assets",
};

type Forget = () => Promise<void>;

const place = "/kept-person";
const forgetting: Forget[] = [];
let known: string | null = null;
let times = 0;

/** Adds what has to be forgotten with the person. */
export function forgetAlso(forget: Forget): void {
  forgetting.push(forget);
}

/** How often everything was forgotten: what was asked for before the last time is kept no more. */
export function timesForgotten(): number {
  return times;
}

/** Forgets all that is of a person. */
export async function forgetPerson(): Promise<void> {
  times++;
  known = null;
  await Promise.all([
    ...forgetting.map((forget) => forget()),
    caches.delete(cacheNames.runs),
    caches.delete(cacheNames.person),
  ]);
}

/** A page came for whom the key names; somebody new finds nothing of the one before. */
export async function meetPerson(key: string): Promise<void> {
  if (key === known) return;
  const cache = await caches.open(cacheNames.person);
  const before = (await (await cache.match(place))?.text()) ?? null;
  if (before !== null && before !== key) await forgetPerson();
  known = key;
  if (before !== key) await (await caches.open(cacheNames.person)).put(place, new Response(key));
}

/** Asks the network, for `patienceMs` where it is given, and takes note of whom the answer is for. */
export async function fetchForPerson(request: Request, patienceMs?: number): Promise<Response> {
  const asked = patienceMs
    ? new Request(request, { signal: AbortSignal.timeout(patienceMs) })
    : request;
  const response = await fetch(asked);
  const key = response.headers.get(personHeader);
  if (key) await meetPerson(key);
  return response;
}
