/** The setting of the keyboard shortcuts. */
import type { Dictionary } from "../message.ts";

export const keys = {
  legend: "Keyboard shortcuts",
  on: "On",
  on_hint: "Such as g and then h for home. Press ? to see them all.",
  off: "Off",
  off_hint: "Only Ctrl or Cmd with K stays.",
  keep: "Keep it so",
} as const satisfies Dictionary;
