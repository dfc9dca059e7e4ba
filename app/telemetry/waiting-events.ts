/** Events that wait in the browser's storage, one entry each. */

export const waitingPrefix = "vt.event.";

/** Forgets what waits: whoever comes next to this browser is somebody else. */
export function forgetWaiting(storage: Storage = localStorage): void {
  for (const key of Object.keys(storage))
    if (key.startsWith(waitingPrefix)) storage.removeItem(key);
}
