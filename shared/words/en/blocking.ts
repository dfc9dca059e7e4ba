/** Blocking an account, for admins. */
import type { Dictionary } from "../message.ts";

export const blocking = {
  kicker: "Admin",
  title: "People",
  lede: "A blocked account is signed out everywhere, cannot sign in, and nobody is credited with or for it.",
  is_blocked: "{alias} is blocked.",
  is_free: "{alias} may sign in again.",
  email: "E-mail address of the account",
  block: "Block",
  unblock: "Lift the block",
  now: "Blocked now",
  none: "Nobody is blocked",
  none_text: "Whoever you block stands here, until you lift the block.",
  since: "since {day}",
  own_account: "That is your own account.",
  no_account: "There is no such account.",
} as const satisfies Dictionary;
