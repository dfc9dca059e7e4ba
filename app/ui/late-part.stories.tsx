/** A part whose file comes late, and one whose file comes only at the second try. */
import { LatePart } from "./late-part.tsx";
import { SkeletonCard } from "./skeleton.tsx";

export default { title: "Waiting/Late part" };

function Come({ words }: { words: string }) {
  return <p>{words}</p>;
}

const come = { default: Come };
const waiting = <SkeletonCard words="Loading the part" />;

const never = () => new Promise<typeof come>(() => {});

export const OnItsWay = () => (
  <LatePart load={never} given={{ words: "It never comes." }} fallback={waiting} />
);

function failingOnce() {
  let tries = 0;
  return async () => {
    tries += 1;
    if (tries === 1) throw new Error("shown on purpose");
    return come;
  };
}

const load = failingOnce();

export const FailsOnce = () => (
  <LatePart load={load} given={{ words: "Now it is there." }} fallback={waiting} />
);
