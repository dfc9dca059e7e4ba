/** How far it is. */
import { ProgressBar } from "./progress-bar.tsx";

export default { title: "Waiting/Progress bar" };

export const Begun = () => <ProgressBar label="First steps" value={1} max={3} aside="1 of 3" />;

export const Done = () => <ProgressBar label="First steps" value={3} max={3} aside="3 of 3" />;

export const NobodyKnows = () => <ProgressBar label="Gathering your data" />;
