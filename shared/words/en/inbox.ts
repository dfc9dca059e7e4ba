/** News for one person alone. */
import type { Dictionary } from "../message.ts";

export const inbox = {
  title: "Your news",
  lede: "What happened with your links, challenges and friends. Only you see this page.",
  mark_read: { one: "Mark {count} as read", other: "Mark {count} as read" },
  new: "New",
  older: "Older news",
  empty: "No news yet",
  empty_text: "When somebody joins by your link or answers your challenge, you read it here.",
  empty_deed: "See my links",
  notice_invite_joined: "Somebody you invited has joined.",
  notice_friends_made: "You have a new friend.",
  notice_guardian_agreed: "Your grown-up said yes. Everything is open for you now.",
  notice_sharing_stopped: "Your grown-up has switched off sharing outside. Your links have ended.",
  challenge_won:
    "Your challenge was answered: {theirs} of {total}, and yours was {yours}. You lead!",
  challenge_lost:
    "Your challenge was answered: {theirs} of {total}, and yours was {yours}. Play again?",
  challenge_level: "Your challenge was answered: {theirs} of {total}, just like yours ({yours}).",
  points_count: {
    one: "{count} point in {subject} was checked, and counts.",
    other: "{count} points in {subject} were checked, and count.",
  },
  points_out: {
    one: "{count} point in {subject} was checked, and does not count.",
    other: "{count} points in {subject} were checked, and do not count.",
  },
} as const satisfies Dictionary;
