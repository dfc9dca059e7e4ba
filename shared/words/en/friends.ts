/** Friends: who asks, who is asked, who said yes, and what came of it. */
import type { Dictionary } from "../message.ts";

export const friends = {
  title: "Friends",
  lede: "Two are friends when both say yes. You can ask people of your study groups, and whoever came by your link.",
  to_answer: "Would you like to be friends?",
  from_invite: "Came by an invite between you two",
  from_group: "Studies in a group with you",
  yes: "Yes",
  yes_to: "Yes, be friends with {alias}",
  no: "No, thanks",
  no_to: "No, thanks, not with {alias}",
  said_yes: "You said yes",

  yours: "Your friends",
  none: "No friends here yet",
  none_text: "Open a study group and tap Add friend beside somebody's name.",
  none_but_asked: "Nobody has said yes yet",
  none_but_asked_text: "As soon as two of you say yes, your friend stands here.",
  my_groups: "My study groups",
  since: "Friends since {when}",
  more: "More friends",
  remove: "Remove",
  remove_one: "Remove {alias}",
  remove_title: "Remove {alias}?",
  remove_text: "They are not told. For 30 days they cannot ask you again; you can ask them.",

  waiting: "Waiting for a yes",
  waits_for_guardian: "Your guardian has to say yes first",
  waits_for_them: "Has not answered yet",
  take_back: "Take it back",
  take_back_from: "Take it back: the request to {alias}",

  done_asked: "Asked. Now it is up to them.",
  done_friends: "You two are friends now.",
  done_waiting: "You said yes. You are friends as soon as the other yes is there.",
  done_ended: "Done. Nobody is told.",
  done_refused: "That has changed in the meantime.",

  add: "Add friend",
  add_one: "Add friend: {alias}",
  state_friends: "Friend",
  state_asked: "Asked",
  state_waits_for_guardian: "Waits for your guardian",
  state_asked_you: "Asks you",
} as const satisfies Dictionary;
