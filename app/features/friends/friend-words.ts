/** What came of a deed between two people, in words. */
export const doneWords = {
  asked: "Asked. Now it is up to them.",
  friends: "You two are friends now.",
  waiting: "You said yes. You are friends as soon as the other yes is there.",
  ended: "Done. Nobody is told.",
  refused: "That has changed in the meantime.",
};
