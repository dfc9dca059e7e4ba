/** Says on every page when the network is gone, and when it is back. */
import type { ReactNode } from "react";
import { OfflineNotice } from "#app/ui/offline-notice.tsx";
import { networkWords } from "./palette-words.ts";

export default function NetworkSign(): ReactNode {
  return <OfflineNotice words={networkWords} />;
}
