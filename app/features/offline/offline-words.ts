/** What pages say about working offline. */
import { formatDay } from "#app/ui/time-format.ts";

export const offlineWords = {
  update: {
    title: "A new version is ready",
    text: "One tap, and this page opens in it.",
    yes: "Reload",
    no: "Later",
  },
  install: {
    title: "Keep Vel Tutor on this device?",
    text: "It opens like an app, and a deck you started works without a network.",
    yes: "Install",
    no: "Not now",
  },
  byHand: {
    title: "Keep Vel Tutor on this device?",
    text: "In Safari, tap Share, then “Add to Home Screen”.",
    no: "Got it",
  },
};

/** Both in milliseconds since 1970; today needs no day. */
export function keptWords(at: number, now: number): string {
  const time = new Intl.DateTimeFormat("en", { hour: "numeric", minute: "2-digit" }).format(at);
  const day =
    new Date(at).toDateString() === new Date(now).toDateString() ? "" : `${formatDay(at)}, `;
  return `This page as of ${day}${time}.`;
}
