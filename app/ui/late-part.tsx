/** A part that comes by a file of its own, and is asked for again where that failed. */
import { type ComponentType, lazy, type ReactNode, Suspense, useState } from "react";
import { SectionBoundary } from "./section-boundary.tsx";

interface LatePartProps<Props extends object> {
  load(): Promise<{ default: ComponentType<Props> }>;
  /** What the part itself is given. */
  given: Props;
  /** Stands there while the file is on its way. */
  fallback: ReactNode;
}

export function LatePart<Props extends object>({ load, given, fallback }: LatePartProps<Props>) {
  // A lazy part keeps its failure for good: each try makes a new one. It takes what the part takes.
  const begin = () => lazy(load) as unknown as ComponentType<Props>;
  const [Part, setPart] = useState(begin);
  return (
    <SectionBoundary onRetry={() => setPart(begin)}>
      <Suspense fallback={fallback}>
        <Part {...given} />
      </Suspense>
    </SectionBoundary>
  );
}
