/** Keeps a fault in one part of a page to that part, and offers to try it again. */
import { Component, type ReactNode } from "react";
import { useWords } from "#app/words/use-words.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

interface SectionBoundaryProps {
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
    return <FailedSection retry={this.#retry} />;
  }
}

function FailedSection({ retry }: { retry(): void }) {
  const t = useWords("shell");
  return (
    <Notice tone="care" live title={t("section_failed")}>
      <p>{t("section_failed_text")}</p>
      <Button size="small" className="mt-3" onClick={retry}>
        {t("try_again")}
      </Button>
    </Notice>
  );
}
