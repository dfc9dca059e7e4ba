/** What is kept of a person and why, in plain words. */
import type { Dictionary } from "../message.ts";

export const privacy = {
  title: "What we keep of you",
  lede: "In short: a nickname, your practice, and no more than that needs. No ads. Nothing is sold.",
  guest: "If you only play",
  guest_1:
    "We give your browser a random number and keep it for at most 400 days, so that your results are still there when you come back. It does not say who you are.",
  guest_2:
    "If a friend's link brought you here, your browser remembers it for 7 days, so that your friend can be thanked.",
  account: "If you join",
  account_1: "Your e-mail address: we send the mail that signs you in. There is no password.",
  account_2: "Your year of birth: so we know when a parent or guardian has to be asked first.",
  account_3: "Your answers, scores and points: for your level, your streak and the boards.",
  account_4:
    "The kind of device you signed in with, and when: so that you can spot one that is not yours.",
  seen: "What others see",
  seen_1: "Your nickname and your drawn creature. Never your e-mail address.",
  seen_2:
    "Your points on the boards, and that you are here now. You can make yourself invisible in your settings.",
  seen_3:
    "Your guardian sees how your practice goes. The tutor of a study group may see your name if you gave one.",
  links: "Links you share",
  links_1:
    "We count how often a link is opened and how many people join through it. You see the numbers, never who it was.",
  links_2:
    "Under 18, a parent or guardian decides whether your links may leave Vel Tutor, and can stop it at any time.",
  device: "On your device",
  device_1:
    "Pages you have seen are kept for at most 7 days, so that they work without a network. Signing out removes them: do that on a shared device.",
  device_2:
    "We count which pages work and which do not, under a random number. No other company gets to watch you.",
  never: "What we never do",
  never_1: "Show ads, or sell or give away what we know about you.",
  never_2: "Let people write to you: there are no messages here.",
  ask: "You want to know, or want it gone?",
  ask_text:
    "Answer any mail we sent you, or have a parent or guardian do it. We tell you what we keep of you, put it right, or delete it with your account.",
} as const satisfies Dictionary;
