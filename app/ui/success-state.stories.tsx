/** Something is done. */
import { ButtonLink } from "./button.tsx";
import { SuccessState } from "./success-state.tsx";

export default { title: "Messages/Success state" };

export const WithTheWayOn = () => (
  <SuccessState title="You made it across" text="Your first link is on its way.">
    <ButtonLink to="/links" tone="river">
      See your links
    </ButtonLink>
  </SuccessState>
);

export const WordsOnly = () => <SuccessState title="Kept. It holds from now on." />;
