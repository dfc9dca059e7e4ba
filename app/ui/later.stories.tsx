/** What only a running page shows. */
import { Later } from "./later.tsx";

export default { title: "Waiting/Later" };

export const Shown = () => (
  <Later>
    <p>Here since the page answers.</p>
  </Later>
);
