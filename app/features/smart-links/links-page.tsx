/** A person's smart links, and what came of each. */
import { useRevalidator } from "@remix-run/react";
import type { ReactNode } from "react";
import { failureCode, trpc } from "#app/trpc-client.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { NextPageLink } from "#app/ui/next-page-link.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { useToast } from "#app/ui/toast.tsx";
import { useOptimisticChanges } from "#app/ui/use-optimistic-changes.ts";
import { useWords } from "#app/words/use-words.ts";
import { LinkCard, type Listed } from "./link-card.tsx";
import { linkState } from "./link-state.ts";

interface LinksPageProps {
  items: Listed[];
  nextCursor: string | null;
  deckTitles: Readonly<Record<string, string>>;
  now: number;
}

/** The links with what was just taken back, and the deed that takes one back. */
function useRevoking(items: Listed[], now: number) {
  const t = useWords("links");
  const s = useWords("shell");
  const changes = useOptimisticChanges<{ revokedAt: number }>(items);
  const { revalidate } = useRevalidator();
  const say = useToast();
  const revoke = (code: string): Promise<void> =>
    changes
      .attempt(code, { revokedAt: now }, () => trpc.smartLinks.revoke.mutate({ code }))
      .then(
        () => {
          say(t("taken_back"));
          revalidate();
        },
        (error: unknown) =>
          say(s(`failure_${failureCode(error)}`), {
            words: s("try_again"),
            act: () => void revoke(code),
          }),
      );
  return { shown: items.map((item) => ({ ...item, ...changes.changeOf(item.code) })), revoke };
}

export function LinksPage({ items: told, nextCursor, deckTitles, now }: LinksPageProps) {
  const t = useWords("links");
  const { shown: items, revoke } = useRevoking(told, now);
  const titleOf = useTitles(deckTitles);
  return (
    <Page>
      <PageHead title={t("title")} lede={t("lede")} />
      {items.length === 0 ? (
        <EmptyState title={t("none")} text={t("none_text")}>
          <ButtonLink to="/home" tone="sun">
            {t("pick_deck")}
          </ButtonLink>
        </EmptyState>
      ) : (
        <ul className="grid grid-cols-1 gap-4 has-[[aria-expanded=true]]:items-start lg:grid-cols-2">
          {items.map((item) => (
            <LinkCard
              key={item.code}
              item={item}
              title={titleOf(item)}
              now={now}
              revoke={() => void revoke(item.code)}
            />
          ))}
        </ul>
      )}
      {items.length > 0 && items.every((item) => linkState(item, now) !== "open") ? (
        <p className="mt-8 flex flex-wrap items-center gap-x-5 gap-y-3 text-soft">
          {t("none_open")}
          <ButtonLink to="/home" tone="sun">
            {t("pick_deck")}
          </ButtonLink>
        </p>
      ) : null}
      <NextPageLink cursor={nextCursor} words={t("older")} />
    </Page>
  );
}

const placeKeys = {
  "results.card": "place_result",
  "cohort.room": "place_group",
  "tutor.profile": "place_tutor",
} as const;

/** A deck's title is English wherever one reads it; other places are named in the page's language. */
function useTitles(deckTitles: LinksPageProps["deckTitles"]) {
  const t = useWords("links");
  const s = useWords("shell");
  return (item: Listed): ReactNode => {
    if (item.deckId) {
      const title = deckTitles[item.deckId];
      return title ? <span lang="en">{title}</span> : t("place_deck");
    }
    const known = placeKeys[item.destination as keyof typeof placeKeys];
    const place = known ? t(known) : t("place_link");
    const { subject } = item.card;
    if (subject === "any") return place;
    return t("place_about", { place, subject: s(`subject_${subject}`) });
  };
}
