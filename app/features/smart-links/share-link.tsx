/** One tap makes a smart link, and hands it to the device's share sheet or to the clipboard. */
import { Copy, QrCode as QrIcon, Share2 } from "lucide-react";
import { useId, useState } from "react";
import { track } from "#app/telemetry/track.ts";
import { failureCode, trpc } from "#app/trpc-client.ts";
import { Button } from "#app/ui/button.tsx";
import { LatePart } from "#app/ui/late-part.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Skeleton } from "#app/ui/skeleton.tsx";
import { useToast } from "#app/ui/toast.tsx";
import { useAwake } from "#app/ui/use-awake.ts";
import type { Words } from "#app/words/say.ts";
import { useWords } from "#app/words/use-words.ts";
import type { Loop } from "#shared/vocabulary.ts";
import { canShare, type Handing, handOver } from "./hand-over.ts";

type CreateInput = Parameters<typeof trpc.smartLinks.create.mutate>[0];

const loadQrCode = () => import("#app/ui/qr-code.tsx");

interface ShareLinkProps {
  /** What the link leads to. Each tap on a page uses the one link made first. */
  link: CreateInput;
  /** What the button says. */
  label: string;
  /** The words that go with the link. */
  words: string;
  /** Something else on the page is the next step. */
  second?: boolean;
}

export function ShareLink({ link, label, words, second = false }: ShareLinkProps) {
  const t = useWords("sharing");
  const s = useWords("shell");
  const [url, setUrl] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const say = useToast();
  const awake = useAwake();
  const share = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const made = url ?? (await trpc.smartLinks.create.mutate(link)).url;
      setUrl(made);
      tell(t, say, link.loop, await handOver(made, words));
    } catch (error) {
      const code = failureCode(error);
      setProblem(code === "CONSENT_NEEDED" ? t("consent_needed") : s(`failure_${code}`));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="grid gap-4">
      <Button
        tone={second ? "ghost" : "sun"}
        size="large"
        wide
        className="disabled:opacity-100"
        onClick={share}
        // A tap that nobody hears yet would be lost.
        disabled={!awake}
        aria-disabled={busy}
      >
        <Share2 aria-hidden="true" />
        {busy ? t("making") : label}
      </Button>
      {problem ? (
        <Notice tone="care" live>
          {problem}
        </Notice>
      ) : null}
      {url ? <MadeLink url={url} words={words} loop={link.loop} /> : null}
      <noscript>
        <p>{t("no_script")}</p>
      </noscript>
    </div>
  );
}

/** Says what became of a tap, to the person and to the figures. */
function tell(
  t: Words<"sharing">,
  say: (words: string) => void,
  loop: Loop,
  handing: Handing,
): void {
  track("share.tapped", { loop, outcome: handing });
  if (handing === "copied") say(t("copied"));
  if (handing === "shared") say(t("shared"));
}

/** The link itself, for those who want to see, copy or scan it. */
export function MadeLink({ url, words, loop }: { url: string; words: string; loop: Loop }) {
  const t = useWords("sharing");
  const id = useId();
  const say = useToast();
  const [qr, setQr] = useState(false);
  const hand = async (way?: "copy") => tell(t, say, loop, await handOver(url, words, way));
  return (
    <div className="animate-rise rounded-block bg-well p-4 text-ink">
      <label htmlFor={id} className="mb-1.5 block font-bold">
        {t("your_link")}
      </label>
      <input
        id={id}
        readOnly
        value={url}
        onFocus={(event) => event.currentTarget.select()}
        className="min-h-11 w-full rounded-control border-2 border-line-strong bg-card px-3 font-bold"
      />
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="small" onClick={() => hand("copy")}>
          <Copy aria-hidden="true" />
          {t("copy")}
        </Button>
        {canShare() ? (
          <Button size="small" onClick={() => hand()}>
            <Share2 aria-hidden="true" />
            {t("share")}
          </Button>
        ) : null}
        <Button size="small" aria-expanded={qr} onClick={() => setQr(!qr)}>
          <QrIcon aria-hidden="true" />
          {t("qr")}
        </Button>
      </div>
      {qr ? (
        <div className="mt-3">
          <LatePart
            load={loadQrCode}
            given={{ text: url, label: t("qr_label"), fileName: "vel-tutor-link.svg" }}
            fallback={<Drawing words={t("drawing")} />}
          />
        </div>
      ) : null}
    </div>
  );
}

/** In the shape of the code that is being drawn. */
function Drawing({ words }: { words: string }) {
  return (
    <div role="status" className="mt-4">
      <span className="sr-only">{words}</span>
      <Skeleton className="size-48" />
    </div>
  );
}
