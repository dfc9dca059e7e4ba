/** Says that a new version is ready, and waits to be asked for it. */
import { takeNewVersion } from "#app/offline/service-worker.ts";
import { useWords } from "#app/words/use-words.ts";
import { Offer } from "./offer.tsx";

export function UpdateOffer({ later }: { later(): void }) {
  const t = useWords("shell");
  return (
    <Offer
      title={t("update_title")}
      text={t("update_text")}
      yes={{ label: t("update_yes"), onTap: () => void takeNewVersion() }}
      no={{ label: t("update_no"), onTap: later }}
    />
  );
}
