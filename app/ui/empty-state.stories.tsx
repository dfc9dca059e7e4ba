/** Where a list will be. */
import { ButtonLink } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";

export default { title: "Messages/Empty state" };

export const WithTheNextStep = () => (
  <EmptyState title="No links yet" text="Finish a deck and challenge a friend.">
    <ButtonLink to="/home" tone="sun">
      Pick a deck
    </ButtonLink>
  </EmptyState>
);

export const WordsOnly = () => (
  <EmptyState title="Quiet water so far" text="When somebody finishes a deck, you read it here." />
);
