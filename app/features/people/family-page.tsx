/** A guardian's page: each child, what the guardian decided, and what waits. */
import { Form } from "@remix-run/react";
import type { Outputs } from "#app/trpc.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card, Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { formatDay } from "#app/ui/time-format.ts";
import {
  ChildFriends,
  ChildName,
  type ChildOnPage,
  ChildSharing,
  ChildStudies,
} from "./family-child.tsx";

interface FamilyPageProps {
  children: readonly ChildOnPage[];
  joining: Outputs["people"]["family"]["joining"];
  now: number;
  /** Null before the first answer on this visit. */
  recorded: boolean | null;
}

export function FamilyPage({ children, joining, now, recorded }: FamilyPageProps) {
  return (
    <Page width="text">
      <PageHead title="Family" lede="How your children are doing, and what only you can decide." />
      {recorded === null ? null : (
        <Notice live tone={recorded ? "good" : "care"} className="mb-6">
          {recorded ? "Kept. It holds from now on." : "That was answered already, or has changed."}
        </Notice>
      )}
      <div className="grid gap-10">
        {joining.length > 0 ? (
          <Section id="joining" title="Waiting for your yes">
            <ul className="grid gap-4">
              {joining.map((one) => (
                <JoiningChild key={one.child} {...one} />
              ))}
            </ul>
          </Section>
        ) : null}
        {children.map((child) => (
          <Child key={child.child} child={child} now={now} />
        ))}
        {children.length + joining.length === 0 ? (
          <EmptyState
            title="No child is linked to you yet"
            text="When a child joins or asks you by your e-mail address, it stands here once you have answered."
          />
        ) : null}
      </div>
    </Page>
  );
}

function JoiningChild({ child, alias, askedAt }: Outputs["people"]["family"]["joining"][number]) {
  return (
    <li>
      <Card>
        <ChildHead alias={alias} line={`Asked to join on ${formatDay(askedAt)}.`} />
        <p className="mt-4">
          The child is called {alias} here, and appears only by that name. We keep an e-mail
          address, a year of birth and practice results.
        </p>
        <Form method="post" className="mt-5 grid gap-3 sm:grid-cols-2">
          <input type="hidden" name="about" value="joining" />
          <input type="hidden" name="child" value={child} />
          <Button type="submit" name="answer" value="consented" tone="river">
            Yes, open the account
          </Button>
          <Button type="submit" name="answer" value="declined">
            No
          </Button>
        </Form>
      </Card>
    </li>
  );
}

function Child({ child, now }: { child: ChildOnPage; now: number }) {
  const id = `child-${child.child}`;
  const line = child.name ? `Others see ${child.alias}.` : "The name others see.";
  return (
    <section aria-labelledby={id} className="grid gap-4">
      <ChildHead id={id} alias={child.alias} name={child.name ?? child.alias} line={line} />
      {child.friends.map((pair) => (
        <FriendRequest key={pair.id} {...pair} />
      ))}
      <ChildStudies child={child} now={now} />
      {child.minor ? <ChildSharing child={child} /> : null}
      <ChildFriends child={child} />
      {child.minor ? <ChildName child={child} /> : null}
      <ButtonLink to="/links" className="justify-self-start">
        Links your children made
      </ButtonLink>
    </section>
  );
}

interface ChildHeadProps {
  id?: string;
  alias: string;
  name?: string;
  line: string;
}

function ChildHead({ id, alias, name = alias, line }: ChildHeadProps) {
  return (
    <div className="flex items-center gap-4">
      <Avatar seed={alias} className="size-16" />
      <div>
        <h2 id={id} className="text-head">
          {name}
        </h2>
        <p className="text-soft">{line}</p>
      </div>
    </div>
  );
}

function FriendRequest({
  id,
  childAlias,
  friendAlias,
  askedAt,
}: Outputs["friends"]["forGuardian"]["items"][number]) {
  return (
    <Card>
      <h3 className="font-bold">{`May ${childAlias} be friends with ${friendAlias}?`}</h3>
      <p className="mt-1 text-soft">
        {`An invite brought the two together. Your child said yes on ${formatDay(askedAt)}. Friends see each other's nickname; they cannot write to each other.`}
      </p>
      <Form method="post" className="mt-4 flex flex-wrap gap-3">
        <input type="hidden" name="about" value="friend" />
        <input type="hidden" name="id" value={id} />
        <Button type="submit" name="answer" value="consented" tone="river">
          Yes
        </Button>
        <Button type="submit" name="answer" value="declined">
          No
        </Button>
      </Form>
    </Card>
  );
}
