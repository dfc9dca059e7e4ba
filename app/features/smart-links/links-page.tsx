/** A person's smart links, and what came of each. */
import { useRevalidator } from "@remix-run/react";
import { clsx } from "clsx";
import { lazy, Suspense, useState } from "react";
import type { Outputs } from "#app/trpc.ts";
import { failureWords, trpc } from "#app/trpc-client.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { NextPageLink } from "#app/ui/next-page-link.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { formatCount, formatRelative } from "#app/ui/time-format.ts";
import { useToast } from "#app/ui/toast.tsx";
import { useOptimisticChanges } from "#app/ui/use-optimistic-changes.ts";
import { cardWords } from "#shared/share-card-words.ts";
import { loopNames, subjectNames } from "#shared/vocabulary.ts";
import { linkState } from "./link-state.ts";

const MadeLink = lazy(async () => ({ default: (await import("./share-link.tsx")).MadeLink }));

type Listed = Outputs["smartLinks"]["list"]["items"][number];

interface LinksPageProps {
  items: Listed[];
  nextCursor: string | null;
  deckTitles: Readonly<Record<string, string>>;
  now: number;
}

/** The links with what was just taken back, and the deed that takes one back. */
function useRevoking(items: Listed[], now: number) {
  const changes = useOptimisticChanges<{ revokedAt: number }>(items);
  const { revalidate } = useRevalidator();
  const say = useToast();
  const revoke = (code: string): Promise<void> =>
    changes
      .attempt(code, { revokedAt: now }, () => trpc.smartLinks.revoke.mutate({ code }))
      .then(
        () => {
          say("Taken back. The link no longer opens.");
          revalidate();
        },
        (error: unknown) =>
          say(failureWords(error), { words: "Try again", act: () => void revoke(code) }),
      );
  return { shown: items.map((item) => ({ ...item, ...changes.changeOf(item.code) })), revoke };
}

export function LinksPage({ items: told, nextCursor, deckTitles, now }: LinksPageProps) {
  const { shown: items, revoke } = useRevoking(told, now);
  return (
    <Page>
      <PageHead
        title="Your links"
        lede="Each challenge or result you share is a link. Here you see what came of it, and you can take it back."
      />
      {items.length === 0 ? (
        <EmptyState
          title="No links yet"
          text="Finish a deck, open its result and challenge a friend. The link then stands here."
        >
          <ButtonLink to="/home" tone="sun">
            Pick a deck
          </ButtonLink>
        </EmptyState>
      ) : (
        <ul className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
          {items.map((item) => (
            <LinkCard
              key={item.code}
              item={item}
              title={titleOf(item, deckTitles)}
              now={now}
              revoke={() => void revoke(item.code)}
            />
          ))}
        </ul>
      )}
      {items.length > 0 && items.every((item) => linkState(item, now) !== "open") ? (
        <p className="mt-8 flex flex-wrap items-center gap-x-5 gap-y-3 text-soft">
          No link is open now. Finish a deck, or open a result, and challenge a friend.
          <ButtonLink to="/home" tone="sun">
            Pick a deck
          </ButtonLink>
        </p>
      ) : null}
      <NextPageLink cursor={nextCursor} words="Older links" />
    </Page>
  );
}

const placeNames: Record<string, string> = {
  "results.card": "A result",
  "cohort.room": "Study group",
  "tutor.profile": "Tutor page",
};

function titleOf(item: Listed, deckTitles: LinksPageProps["deckTitles"]): string {
  if (item.deckId) return deckTitles[item.deckId] ?? "A deck";
  const { subject } = item.card;
  const about = subject === "any" ? "" : `, ${subjectNames[subject]}`;
  return `${placeNames[item.destination] ?? "A link"}${about}`;
}

const stateWords = { open: "Open", expired: "Ended", revoked: "Taken back" };

interface LinkCardProps {
  item: Listed;
  title: string;
  now: number;
  revoke(): void;
}

function LinkCard({ item, title, now, revoke }: LinkCardProps) {
  const [shown, setShown] = useState(false);
  const state = linkState(item, now);
  return (
    <li
      className={clsx(
        "rounded-stone border border-line p-5 sm:p-6",
        state === "open" ? "bg-card" : "bg-well",
      )}
    >
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <h2 className="truncate text-head">{title}</h2>
          <p className="text-[0.9375rem] text-soft">
            {`${loopNames[item.loop]}, made ${item.childAlias ? `by ${item.childAlias} ` : ""}${formatRelative(item.createdAt, now)}`}
          </p>
        </div>
        <span
          className={clsx(
            "rounded-full px-3 py-1 font-bold text-sm",
            state === "open" ? "bg-leaf-soft text-leaf" : "bg-card text-soft",
          )}
        >
          {stateWords[state]}
        </span>
      </div>
      <Counts item={item} />
      {state === "open" ? (
        <p className="mt-3 text-[0.9375rem] text-soft">{`Ends ${formatRelative(item.expiresAt, now)}.`}</p>
      ) : null}
      {state === "open" ? (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
            Share
          </Button>
          <ConfirmDialog
            trigger={
              <Button size="small" tone="quiet">
                Take it back
              </Button>
            }
            title="Take this link back?"
            text="Whoever opens it from now on is shown another way in. What came of it so far stays."
            deed="Take it back"
            onConfirm={revoke}
          />
        </div>
      ) : null}
      {shown && state === "open" ? (
        <Suspense fallback={<p className="mt-3 text-soft">One moment…</p>}>
          <div className="mt-3">
            <MadeLink url={item.url} words={cardWords(item.card).headline} loop={item.loop} />
          </div>
        </Suspense>
      ) : null}
    </li>
  );
}

function Counts({ item }: { item: Listed }) {
  const counts = [
    { name: "Taps", value: item.hits },
    { name: "Opened", value: item.opens },
    { name: "Looked in", value: item.engaged },
    { name: "Finished", value: item.fvm },
    { name: "Joined", value: item.joins },
  ];
  return (
    <dl className="mt-4 grid grid-cols-5 gap-1 text-center">
      {counts.map(({ name, value }) => (
        <div key={name} className="flex flex-col">
          <dt className="text-[0.8125rem] text-soft">{name}</dt>
          <dd
            className={clsx(
              "order-first font-display font-extrabold text-2xl",
              value === 0 && "text-soft",
            )}
          >
            {formatCount(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
