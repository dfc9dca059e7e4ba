/** A part of a page that failed, and one that did not. */
import { type ReactNode, useRef } from "react";
import { SectionBoundary } from "./section-boundary.tsx";

export default { title: "Messages/Section boundary" };

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
    <SectionBoundary onRetry={mend}>
      <Faulty broken={broken} />
    </SectionBoundary>
  );
}

export const Failed = () => <FailsOnce />;

export const Well = () => (
  <SectionBoundary>
    <p>Nothing went wrong.</p>
  </SectionBoundary>
);
