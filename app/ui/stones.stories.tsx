/** Progress through a deck, at its start, on the way and at its end. */
import { Stones } from "./stones.tsx";

export default { title: "Practice/Stones" };

export const Start = () => (
  <Stones label="Progress" stones={["here", "ahead", "ahead", "ahead", "ahead"]} />
);

export const OnTheWay = () => (
  <Stones label="Progress" stones={["right", "learned", "right", "here", "ahead"]} />
);

export const End = () => (
  <Stones label="Progress" stones={["right", "right", "right", "learned", "right"]} />
);
