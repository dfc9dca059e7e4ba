/** Events that wait in the browser's storage, one entry each. */

export const waitingPrefix = "vt.event.";
