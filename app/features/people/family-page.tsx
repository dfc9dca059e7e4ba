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
import { useWords } from "#app/words/use-words.ts";
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
  const t = useWords("family");
  return (
    <Page>
      <PageHead title={t("title")} lede={t("lede")} />
      {recorded === null ? null : (
        <Notice live tone={recorded ? "good" : "care"} className="mb-6">
          {t(recorded ? "recorded" : "not_recorded")}
        </Notice>
      )}
      <div className="grid gap-10">
        {joining.length > 0 ? (
          <Section id="joining" title={t("waiting")}>
            <ul className="grid grid-cols-1 gap-4 lg:grid-cols-2">
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
          <EmptyState title={t("none")} text={t("none_text")} />
        ) : null}
      </div>
    </Page>
  );
}

function JoiningChild({ child, alias, askedAt }: Outputs["people"]["family"]["joining"][number]) {
  const t = useWords("family");
  return (
    <li>
      <Card>
        <ChildHead alias={alias} line={t("asked_to_join", { day: formatDay(askedAt, t.locale) })} />
        <p className="mt-4">{t("joining_text", { alias })}</p>
        <Form method="post" className="mt-5 grid gap-3 sm:grid-cols-2">
          <input type="hidden" name="about" value="joining" />
          <input type="hidden" name="child" value={child} />
          <Button type="submit" name="answer" value="consented" tone="river">
            {t("open_account")}
          </Button>
          <Button type="submit" name="answer" value="declined">
            {t("no")}
          </Button>
        </Form>
      </Card>
    </li>
  );
}

function Child({ child, now }: { child: ChildOnPage; now: number }) {
  const t = useWords("family");
  const id = `child-${child.child}`;
  const line = child.name ? t("others_see", { alias: child.alias }) : t("name_seen");
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-4">
      <ChildHead id={id} alias={child.alias} name={child.name ?? child.alias} line={line} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          {child.friends.map((pair) => (
            <FriendRequest key={pair.id} {...pair} />
          ))}
          <ChildStudies child={child} now={now} />
          <ChildFriends child={child} />
        </div>
        {child.minor ? (
          <div className="grid gap-4">
            <ChildSharing child={child} />
            <ChildName child={child} />
          </div>
        ) : null}
      </div>
      <ButtonLink to="/links" className="justify-self-start">
        {t("their_links")}
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
  const t = useWords("family");
  return (
    <Card>
      <h3 className="font-bold">
        {t("friend_question", { child: childAlias, friend: friendAlias })}
      </h3>
      <p className="mt-1 text-soft">{t("friend_text", { day: formatDay(askedAt, t.locale) })}</p>
      <Form method="post" className="mt-4 flex flex-wrap gap-3">
        <input type="hidden" name="about" value="friend" />
        <input type="hidden" name="id" value={id} />
        <Button type="submit" name="answer" value="consented" tone="river">
          {t("yes")}
        </Button>
        <Button type="submit" name="answer" value="declined">
          {t("no")}
        </Button>
      </Form>
    </Card>
  );
}
