/** One smart link: where it leads, what came of it, and the ways to share it and take it back. */
import { clsx } from "clsx";
import { type ReactNode, useState } from "react";
import { sayCard } from "#app/features/share-cards/say-card.ts";
import type { Outputs } from "#app/trpc.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";
import { LatePart } from "#app/ui/late-part.tsx";
import { Skeleton } from "#app/ui/skeleton.tsx";
import { formatCount, formatRelative } from "#app/ui/time-format.ts";
import { useAwake } from "#app/ui/use-awake.ts";
import { useWords } from "#app/words/use-words.ts";
import { linkState } from "./link-state.ts";

const loadMadeLink = async () => ({ default: (await import("./share-link.tsx")).MadeLink });

export type Listed = Outputs["smartLinks"]["list"]["items"][number];

interface LinkCardProps {
  item: Listed;
  title: ReactNode;
  now: number;
  revoke(): void;
}

export function LinkCard({ item, title, now, revoke }: LinkCardProps) {
  const t = useWords("links");
  const state = linkState(item, now);
  return (
    <li className="flex flex-col rounded-stone border border-line bg-card p-5 sm:p-6">
      <div className="flex items-start justify-between gap-4">
        <h2 className="min-w-0 text-head">{title}</h2>
        <span
          className={clsx(
            "shrink-0 rounded-full px-3 py-1 font-bold text-sm",
            state === "open" ? "bg-leaf-soft text-leaf" : "bg-well text-soft",
          )}
        >
          {t(`state_${state}`)}
        </span>
      </div>
      <Origin item={item} now={now} />
      <Counts item={item} open={state === "open"} />
      {state === "open" ? <Deeds item={item} now={now} revoke={revoke} /> : null}
    </li>
  );
}

/** In which loop, by whom and when it was made. */
function Origin({ item, now }: { item: Listed; now: number }) {
  const t = useWords("links");
  const loop = t(`loop_${item.loop}`);
  const when = formatRelative(item.createdAt, now, t.locale);
  return (
    <p className="mt-0.5 text-[0.9375rem] text-soft">
      {item.childAlias
        ? t("made_by", { loop, alias: item.childAlias, when })
        : t("made", { loop, when })}
    </p>
  );
}

function Deeds({ item, now, revoke }: Omit<LinkCardProps, "title">) {
  const t = useWords("links");
  const { headline } = sayCard(useWords("cards"), item.card);
  const [shown, setShown] = useState(false);
  // A tap that nobody hears yet would be lost.
  const waits = { disabled: !useAwake(), className: "disabled:opacity-100" };
  return (
    <div className="mt-auto pt-4">
      <p className="text-[0.9375rem] text-soft">
        {t("ends", { when: formatRelative(item.expiresAt, now, t.locale) })}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="small" aria-expanded={shown} onClick={() => setShown(!shown)} {...waits}>
          {t("share")}
        </Button>
        <ConfirmDialog
          trigger={
            <Button size="small" tone="quiet" {...waits}>
              {t("take_back")}
            </Button>
          }
          title={t("take_back_title")}
          text={t("take_back_text")}
          deed={t("take_back")}
          onConfirm={revoke}
        />
      </div>
      {shown ? (
        <div className="mt-3">
          <LatePart
            load={loadMadeLink}
            given={{ url: item.url, words: headline, loop: item.loop }}
            fallback={<Making words={t("one_moment")} />}
          />
        </div>
      ) : null}
    </div>
  );
}

/** In the shape of the link that is being brought. */
function Making({ words }: { words: string }) {
  return (
    <div role="status">
      <span className="sr-only">{words}</span>
      <Skeleton className="h-40 w-full" />
    </div>
  );
}

const counted = ["hits", "opens", "engaged", "fvm", "joins"] as const;

/** A link with nothing yet says so in words. */
function Counts({ item, open }: { item: Listed; open: boolean }) {
  const t = useWords("links");
  const some = counted.filter((name) => item[name] > 0);
  if (some.length === 0) {
    return <p className="mt-4">{t(open ? "nothing_open" : "nothing_ended")}</p>;
  }
  return (
    <dl className="mt-4 flex flex-wrap gap-x-6 gap-y-1">
      {some.map((name) => (
        <div key={name} className="flex items-baseline gap-1.5">
          <dt className="text-[0.9375rem] text-soft">{t(name)}</dt>
          <dd className="order-first font-extrabold">{formatCount(item[name], t.locale)}</dd>
        </div>
      ))}
    </dl>
  );
}
