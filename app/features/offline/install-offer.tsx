/** Offers the app to who has come back for a second deck; by words where the browser has no button. */
import { useEffect, useState } from "react";
import { finishedEvent, mayOffer, noteDismissed, readMemory } from "#app/offline/finished-decks.ts";
import { useWords } from "#app/words/use-words.ts";
import { Offer } from "./offer.tsx";

/** Chromium's event, which TypeScript does not know. */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
}

/** Kept outside: the browser sends it once, whichever page is shown. */
let offered: InstallEvent | null = null;

const installed = () => matchMedia("(display-mode: standalone)").matches;
/** Safari on a phone or tablet installs by hand only. */
const byHand = () =>
  /iPhone|iPad/.test(navigator.userAgent) && !/CriOS|FxiOS|EdgiOS/.test(navigator.userAgent);

export function InstallOffer() {
  const t = useWords("shell");
  const [way, setWay] = useState<"button" | "words" | null>(null);
  useEffect(() => {
    const look = () => {
      const open = !installed() && mayOffer(readMemory(), Date.now());
      setWay(open ? (offered ? "button" : byHand() ? "words" : null) : null);
    };
    const keep = (event: Event) => {
      event.preventDefault();
      offered = event as InstallEvent;
      look();
    };
    look();
    window.addEventListener("beforeinstallprompt", keep);
    window.addEventListener(finishedEvent, look);
    return () => {
      window.removeEventListener("beforeinstallprompt", keep);
      window.removeEventListener(finishedEvent, look);
    };
  }, []);
  const dismiss = () => {
    noteDismissed(Date.now());
    setWay(null);
  };
  if (way === null) return null;
  const button = way === "button";
  const install = async () => {
    dismiss();
    // What the person answers to the browser is between the two.
    await offered?.prompt().catch(() => {});
    offered = null;
  };
  const yes = { label: t("install_yes"), onTap: () => void install() };
  return (
    <Offer
      title={t("install_title")}
      text={t(button ? "install_text" : "install_by_hand")}
      {...(button ? { yes } : {})}
      no={{ label: t(button ? "install_no" : "install_got_it"), onTap: dismiss }}
    />
  );
}
