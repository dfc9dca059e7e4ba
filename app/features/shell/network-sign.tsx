/** Says on every page when the network is gone, and when it is back. */
import type { ReactNode } from "react";
import { OfflineNotice } from "#app/ui/offline-notice.tsx";
import { useWords } from "#app/words/use-words.ts";

export default function NetworkSign(): ReactNode {
  const t = useWords("shell");
  const words = { offline: t("network_offline"), old: t("network_old"), back: t("network_back") };
  return <OfflineNotice words={words} />;
}
