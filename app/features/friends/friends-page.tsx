/** Friends: who asks, who is asked, and who said yes. */
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Outputs } from "#app/trpc.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { NextPageLink } from "#app/ui/next-page-link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { formatRelative } from "#app/ui/time-format.ts";
import type { Words } from "#app/words/say.ts";
import { useWords } from "#app/words/use-words.ts";
import type { DeedOutcome } from "./friend-deed.ts";
import { type FriendDeeds, useFriendDeeds } from "./use-friend-deeds.ts";

type Listed = Outputs["friends"]["list"];
type Pair = Listed["friends"][number];

interface FriendsPageProps extends Listed {
  now: number;
  /** What came of the last tap. */
  done: { outcome: DeedOutcome; words: string | null } | null;
}

export function FriendsPage(props: FriendsPageProps) {
  const t = useWords("friends");
  const { nextCursor, now, done } = props;
  const deeds = useFriendDeeds(props.open);
  const isThere = ({ id }: Pair) => deeds.changeOf(id) !== "gone";
  const [friends, open] = [props.friends.filter(isThere), props.open.filter(isThere)];
  const toAnswer = open.filter(({ state }) => state === "asked_you" || state === "offered");
  const waiting = open.filter(({ state }) => state === "asked" || state === "waits_for_guardian");
  return (
    <Page width="text">
      <PageHead title={t("title")} lede={t("lede")} />
      {done ? (
        <Notice live tone={done.outcome === "refused" ? "care" : "good"} className="mb-6">
          {done.words ?? t(`done_${done.outcome}`)}
        </Notice>
      ) : null}
      <div className="grid gap-10">
        {toAnswer.length > 0 ? (
          <Section id="to-answer" title={t("to_answer")}>
            <Pairs pairs={toAnswer} words={askWords} by={deeds} deeds={AnswerDeeds} />
          </Section>
        ) : null}
        <YourFriends
          friends={friends}
          asked={open.length > 0}
          by={deeds}
          {...{ nextCursor, now }}
        />
        {waiting.length > 0 ? (
          <Section id="waiting" title={t("waiting")}>
            <Pairs pairs={waiting} words={waitWords} by={deeds} deeds={TakeBackDeed} />
          </Section>
        ) : null}
      </div>
    </Page>
  );
}

interface YourFriendsProps extends Pick<FriendsPageProps, "nextCursor" | "now"> {
  friends: readonly Pair[];
  /** Somebody asks, or is asked. */
  asked: boolean;
  by: FriendDeeds;
}

function YourFriends({ friends, asked, by, nextCursor, now }: YourFriendsProps) {
  const t = useWords("friends");
  return (
    <Section id="friends" title={t("yours")}>
      {friends.length === 0 ? (
        <EmptyState
          title={t(asked ? "none_but_asked" : "none")}
          text={t(asked ? "none_but_asked_text" : "none_text")}
        >
          <ButtonLink to="/home" tone={asked ? "plain" : "sun"}>
            {t("my_groups")}
          </ButtonLink>
        </EmptyState>
      ) : (
        <Pairs
          pairs={friends}
          words={({ at }) => t("since", { when: formatRelative(at, now, t.locale) })}
          by={by}
          deeds={RemoveDeed}
        />
      )}
      <NextPageLink cursor={nextCursor} words={t("more")} />
    </Section>
  );
}

const askWords = ({ origin }: Pair, t: Words<"friends">) =>
  t(origin === "invite" ? "from_invite" : "from_group");
const waitWords = ({ state }: Pair, t: Words<"friends">) =>
  t(state === "waits_for_guardian" ? "waits_for_guardian" : "waits_for_them");

interface PairsProps {
  pairs: readonly Pair[];
  words(pair: Pair, t: Words<"friends">): string;
  by: FriendDeeds;
  deeds(props: DeedProps): ReactNode;
}

interface DeedProps {
  pair: Pair;
  by: FriendDeeds;
}

function Pairs({ pairs, words, by, deeds: Deeds }: PairsProps) {
  const t = useWords("friends");
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-stone border border-line bg-card">
      {pairs.map((pair) => (
        <li key={pair.id} className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-4 sm:px-6">
          <Avatar seed={pair.alias} className="size-12" />
          <span className="min-w-32 grow basis-0">
            <span className="block font-bold">{pair.alias}</span>
            <span className="block text-[0.9375rem] text-soft">{words(pair, t)}</span>
          </span>
          <Deeds pair={pair} by={by} />
        </li>
      ))}
    </ul>
  );
}

function AnswerDeeds({ pair, by }: DeedProps) {
  const t = useWords("friends");
  if (by.changeOf(pair.id) === "said_yes") {
    return <span className="font-bold text-leaf">{t("said_yes")}</span>;
  }
  return (
    <Form method="post" onSubmit={by.submit} className="flex flex-wrap gap-2">
      <input type="hidden" name="id" value={pair.id} />
      <Button
        type="submit"
        size="small"
        tone="river"
        name="deed"
        value="accept"
        aria-label={t("yes_to", { alias: pair.alias })}
      >
        {t("yes")}
      </Button>
      <Button
        type="submit"
        size="small"
        name="deed"
        value="decline"
        aria-label={t("no_to", { alias: pair.alias })}
      >
        {t("no")}
      </Button>
    </Form>
  );
}

function RemoveDeed({ pair, by }: DeedProps) {
  const t = useWords("friends");
  return (
    <ConfirmDialog
      trigger={
        <Button size="small" tone="quiet" aria-label={t("remove_one", { alias: pair.alias })}>
          {t("remove")}
        </Button>
      }
      title={t("remove_title", { alias: pair.alias })}
      text={t("remove_text")}
      deed={t("remove")}
      onConfirm={() => void by.act({ kind: "remove", input: { id: pair.id } })}
    />
  );
}

function TakeBackDeed({ pair, by }: DeedProps) {
  const t = useWords("friends");
  return (
    <Form method="post" onSubmit={by.submit}>
      <input type="hidden" name="id" value={pair.id} />
      <Button
        type="submit"
        size="small"
        tone="quiet"
        name="deed"
        value="remove"
        aria-label={t("take_back_from", { alias: pair.alias })}
      >
        {t("take_back")}
      </Button>
    </Form>
  );
}
