/** Says that a new version is ready, and waits to be asked for it. */
import { takeNewVersion } from "#app/offline/service-worker.ts";
import { Offer } from "./offer.tsx";
import { offlineWords } from "./offline-words.ts";

export function UpdateOffer({ later }: { later(): void }) {
  const { title, text, yes, no } = offlineWords.update;
  return (
    <Offer
      title={title}
      text={text}
      yes={{ label: yes, onTap: () => void takeNewVersion() }}
      no={{ label: no, onTap: later }}
    />
  );
}
