/** Smart links: what they lead to, how they are made, why they have to wait. */
import type { Dictionary } from "../message.ts";

export const sharing = {
  ended: "This link has ended",
  ended_heading: "This link does not lead anywhere any more",
  ended_text:
    "Links end after a while. Ask your friend for a new one, or start right here: every deck is open, and nobody needs an account to play.",
  try_deck: "Try a deck now",
  pick_another: "Or pick another",
  buddy: "Buddy Challenge",
  buddy_text:
    "Send a friend the same five questions and your score to beat. Your friend sees your nickname, nothing else.",
  first_share:
    "{score} of {total} in “{deck}”. Who can beat that? Your friend sees your nickname, nothing else.",
  buddy_button: "Challenge a friend",
  buddy_words: "I got {score} of {total} in {deck}. Can you beat that?",
  join_and: "Join and challenge a friend",
  consent_title: "A grown-up has to say yes first.",
  consent_text:
    "You are under 18, so links that leave Vel Tutor need the yes of a parent or guardian. Decks, boards and study groups are open to you now.",
  ask_guardian: "Ask my guardian",
  bring: "Bring a friend",
  bring_text: "More fun across the river together.",
  bring_button: "Invite a friend",
  bring_words: "Come and study with us: {group}.",
  making: "Making your link…",
  no_script: "Making a link needs JavaScript, which is switched off here.",
  consent_needed: "Sharing outside needs the yes of a parent or guardian.",
  copied: "Copied. Paste it to your friend.",
  shared: "On its way!",
  your_link: "Your link",
  copy: "Copy",
  share: "Share",
  qr: "QR code",
  drawing: "Drawing…",
  qr_label: "QR code of your link",
  looks: "This is how your link looks. It shows no name.",
  rally: "Results Rally",
  rally_text:
    "Show how it went, and ask who comes along. The page behind this link shows the card and decks to try, none of your answers.",
  rally_button: "Share my result",
  proud: "A proud moment",
  proud_text:
    "Share how well it went. The page behind this link shows the card and decks to try: no name, no answers.",
  proud_button: "Share this moment",
  child_off: "Sharing is switched off for your child.",
  child_text:
    "Results of people under 18 stay inside Vel Tutor until a parent or guardian has agreed to sharing.",
  spotlight: "Tutor Spotlight",
  spotlight_text:
    "Bring students to your page. They try five questions first, and join when they like it.",
  spotlight_button: "Share my page",
  spotlight_words: "Try five questions of mine, with an explanation to each. No account needed.",
} as const satisfies Dictionary;
