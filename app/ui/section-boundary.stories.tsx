/** A part of a page that failed, and one that did not. */
import { type ReactNode, useRef } from "react";
import { SectionBoundary } from "./section-boundary.tsx";

export default { title: "Messages/Section boundary" };

const words = {
  title: "This part did not load",
  text: "The rest of the page is fine.",
  retry: "Try again",
};

function Faulty({ broken }: { broken: { current: boolean } }): ReactNode {
  if (broken.current) throw new Error("shown on purpose");
  return <p>Now it is there.</p>;
}

function FailsOnce() {
  const broken = useRef(true);
  const mend = () => {
    broken.current = false;
  };
  return (
    <SectionBoundary words={words} onRetry={mend}>
      <Faulty broken={broken} />
    </SectionBoundary>
  );
}

export const Failed = () => <FailsOnce />;

export const Well = () => (
  <SectionBoundary words={words}>
    <p>Nothing went wrong.</p>
  </SectionBoundary>
);
