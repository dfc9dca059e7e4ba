/** What an app has beyond its pages: it works offline, renews itself, and can be kept on the device. */
import { type ReactNode, useEffect, useState } from "react";
import { order, registerWorker } from "#app/offline/service-worker.ts";
import { InstallOffer } from "./install-offer.tsx";
import { OfflineBar } from "./offline-bar.tsx";
import { UpdateOffer } from "./update-offer.tsx";

/** `quiet`: a deck or a form in progress, where nothing may come between. */
export default function OfflineParts({ quiet }: { quiet: boolean }): ReactNode {
  const [renewed, setRenewed] = useState(false);
  useEffect(() => {
    // A developer's page changes all the time: nothing of it may be kept.
    if (import.meta.env.PROD) registerWorker(() => setRenewed(true)).catch(() => {});
    const send = () => order({ type: "send-answers" });
    // Also now: not every browser wakes the worker when the network is back.
    send();
    window.addEventListener("online", send);
    return () => window.removeEventListener("online", send);
  }, []);
  if (quiet) return null;
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-20 z-40 flex flex-col items-center gap-3 px-4 md:bottom-6">
      <OfflineBar />
      {renewed ? <UpdateOffer later={() => setRenewed(false)} /> : <InstallOffer />}
    </div>
  );
}
