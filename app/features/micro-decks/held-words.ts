/** What is said of an answer that waits on this device for the network. */
export const heldWords = {
  title: "Saved here. It will be sent.",
  text: "You are offline, so nobody could check it yet. As soon as the network is back, you see whether it is right.",
  last: "Go on",
  end: "They are saved here, and will be sent as soon as the network is back. Then your score is there.",
  again: "Try to send now",
};
