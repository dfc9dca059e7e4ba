/** Keeps a fault in one part of a page to that part, and offers to try it again. */
import { Component, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

export interface BoundaryWords {
  title: string;
  text: string;
  retry: string;
}

interface SectionBoundaryProps {
  words: BoundaryWords;
  children: ReactNode;
  /** What else a new try needs, such as asking the loader again. */
  onRetry?: () => void;
}

interface SectionBoundaryState {
  failed: boolean;
}

/** React itself logs the fault, once; it is not logged again here. */
export class SectionBoundary extends Component<SectionBoundaryProps, SectionBoundaryState> {
  override state: SectionBoundaryState = { failed: false };

  static getDerivedStateFromError(): SectionBoundaryState {
    return { failed: true };
  }

  readonly #retry = () => {
    this.props.onRetry?.();
    this.setState({ failed: false });
  };

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { title, text, retry } = this.props.words;
    return (
      <Notice tone="care" live title={title}>
        <p>{text}</p>
        <Button size="small" className="mt-3" onClick={this.#retry}>
          {retry}
        </Button>
      </Notice>
    );
  }
}
