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
import { doneWords } from "./friend-words.ts";
import { type FriendDeeds, useFriendDeeds } from "./use-friend-deeds.ts";

type Listed = Outputs["friends"]["list"];
type Pair = Listed["friends"][number];

interface FriendsPageProps extends Listed {
  now: number;
  /** What came of the last tap. */
  done: { outcome: keyof typeof doneWords; words: string | null } | null;
}

export function FriendsPage(props: FriendsPageProps) {
  const { nextCursor, now, done } = props;
  const deeds = useFriendDeeds(props.open);
  const isThere = ({ id }: Pair) => deeds.changeOf(id) !== "gone";
  const [friends, open] = [props.friends.filter(isThere), props.open.filter(isThere)];
  const toAnswer = open.filter(({ state }) => state === "asked_you" || state === "offered");
  const waiting = open.filter(({ state }) => state === "asked" || state === "waits_for_guardian");
  const empty = friends.length + open.length === 0;
  return (
    <Page width="text">
      <PageHead
        title="Friends"
        lede="Two are friends when both say yes. You can ask people of your study groups, and whoever came by your link."
      />
      {done ? (
        <Notice live tone={done.outcome === "refused" ? "care" : "good"} className="mb-6">
          {done.words ?? doneWords[done.outcome]}
        </Notice>
      ) : null}
      <div className="grid gap-10">
        {toAnswer.length > 0 ? (
          <Section id="to-answer" title="Would you like to be friends?">
            <Pairs pairs={toAnswer} words={askWords} by={deeds} deeds={AnswerDeeds} />
          </Section>
        ) : null}
        {empty ? (
          <EmptyState
            title="No friends here yet"
            text="Open a study group and tap Add friend beside somebody's name."
          >
            <ButtonLink to="/home" tone="sun">
              My study groups
            </ButtonLink>
          </EmptyState>
        ) : (
          <Section id="friends" title="Your friends">
            {friends.length === 0 ? (
              <p className="text-soft">Nobody yet. That can change quickly.</p>
            ) : (
              <Pairs
                pairs={friends}
                words={({ at }) => `Friends since ${formatRelative(at, now)}`}
                by={deeds}
                deeds={RemoveDeed}
              />
            )}
            <NextPageLink cursor={nextCursor} words="More friends" />
          </Section>
        )}
        {waiting.length > 0 ? (
          <Section id="waiting" title="Waiting for a yes">
            <Pairs pairs={waiting} words={waitWords} by={deeds} deeds={TakeBackDeed} />
          </Section>
        ) : null}
      </div>
    </Page>
  );
}

const askWords = ({ origin }: Pair) =>
  origin === "invite" ? "Came by an invite between you two" : "Studies in a group with you";
const waitWords = ({ state }: Pair) =>
  state === "waits_for_guardian" ? "Your guardian has to say yes first" : "Has not answered yet";

interface PairsProps {
  pairs: readonly Pair[];
  words(pair: Pair): string;
  by: FriendDeeds;
  deeds(props: DeedProps): ReactNode;
}

interface DeedProps {
  pair: Pair;
  by: FriendDeeds;
}

function Pairs({ pairs, words, by, deeds: Deeds }: PairsProps) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-stone border border-line bg-card">
      {pairs.map((pair) => (
        <li key={pair.id} className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-4 sm:px-6">
          <Avatar seed={pair.alias} className="size-12" />
          <span className="min-w-32 grow basis-0">
            <span className="block font-bold">{pair.alias}</span>
            <span className="block text-[0.9375rem] text-soft">{words(pair)}</span>
          </span>
          <Deeds pair={pair} by={by} />
        </li>
      ))}
    </ul>
  );
}

function AnswerDeeds({ pair, by }: DeedProps) {
  if (by.changeOf(pair.id) === "said_yes") {
    return <span className="font-bold text-leaf">You said yes</span>;
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
        aria-label={`Yes, be friends with ${pair.alias}`}
      >
        Yes
      </Button>
      <Button
        type="submit"
        size="small"
        name="deed"
        value="decline"
        aria-label={`No, thanks, not with ${pair.alias}`}
      >
        No, thanks
      </Button>
    </Form>
  );
}

function RemoveDeed({ pair, by }: DeedProps) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="small" tone="quiet" aria-label={`Remove ${pair.alias}`}>
          Remove
        </Button>
      }
      title={`Remove ${pair.alias}?`}
      text="They are not told. For 30 days they cannot ask you again; you can ask them."
      deed="Remove"
      onConfirm={() => void by.act({ kind: "remove", input: { id: pair.id } })}
    />
  );
}

function TakeBackDeed({ pair, by }: DeedProps) {
  return (
    <Form method="post" onSubmit={by.submit}>
      <input type="hidden" name="id" value={pair.id} />
      <Button
        type="submit"
        size="small"
        tone="quiet"
        name="deed"
        value="remove"
        aria-label={`Take it back: the request to ${pair.alias}`}
      >
        Take it back
      </Button>
    </Form>
  );
}
