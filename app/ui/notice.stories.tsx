/** A message in the page, in all three tones. */
import { Notice } from "./notice.tsx";

export default { title: "Messages/Notice" };

export const News = () => (
  <Notice title="New decks are here">Three of them are about cells.</Notice>
);

export const Good = () => <Notice tone="good">Kept. It holds from now on.</Notice>;

export const Care = () => (
  <Notice tone="care" title="That did not work">
    Please try again in a moment.
  </Notice>
);
