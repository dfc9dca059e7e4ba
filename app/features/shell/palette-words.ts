/** The words of the palette, the shortcuts and the network's sign. */
import type { PlaceName } from "./shortcuts.ts";

export const paletteWords = {
  open: "Search and go",
  title: "Where to?",
  placeholder: "A page, a deck, a study group…",
  nothing: "Nothing is called that.",
  places: "Pages",
  decks: "Decks",
  groups: "Your study groups",
  deeds: "Do",
  theme: "Switch between light and dark",
  shortcuts: "Show the keyboard shortcuts",
  signOut: "Sign out",
  loading: "Looking for decks and groups",
  placeNames: {
    home: "Home",
    boards: "Leaderboards",
    activity: "What just happened",
    lobby: "Who is here now",
    links: "Your links",
    friends: "Friends",
    family: "Family",
    my_page: "My page",
    settings: "You and your settings",
    admin: "Admin",
  } satisfies Record<PlaceName, string>,
};

export const shortcutWords = {
  title: "Keyboard shortcuts",
  text: "They rest while you type. You can turn single keys off in your settings.",
  palette: "Search and go",
  list: "This list",
  after: "then",
  or: "or",
  close: "Close",
};

export const networkWords = {
  offline: "You are offline. What you see may be a little old.",
  back: "You are back online.",
};
