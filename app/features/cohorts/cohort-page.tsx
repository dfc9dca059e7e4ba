/** A study group: who is in it, who is here now, and what just happened. */
import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Avatar } from "#app/ui/avatar.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, Section } from "#app/ui/card.tsx";
import { type DeckOnTile, DeckTile } from "#app/ui/deck-tile.tsx";
import { LiveSign, type LiveState } from "#app/ui/live-sign.tsx";
import { Page } from "#app/ui/page.tsx";
import { SubjectGlyph } from "#app/ui/subject-glyph.tsx";
import { useWords } from "#app/words/use-words.ts";
import type { Subject } from "#shared/vocabulary.ts";

export interface MemberOnPage {
  handle: string;
  alias: string;
  you: boolean;
  status: string;
}

interface CohortPageProps {
  cohort: { slug: string; name: string; subject: Subject };
  memberCount: number;
  members: readonly MemberOnPage[];
  /** What just happened here. */
  feed: ReactNode;
  /** How many are here now. */
  here: number;
  live: LiveState;
  /** What the person can do here: join, invite, sign in. */
  deed: ReactNode;
  /** Guests see only the name and the size. */
  open: boolean;
  /** For the tutor: the students. */
  students: ReactNode;
  /** What stands beside a member: asking to be friends. */
  aside(member: MemberOnPage): ReactNode;
}

export function CohortPage(props: CohortPageProps) {
  const t = useWords("cohort");
  const s = useWords("shell");
  const { cohort, members, memberCount, here, live, open } = props;
  const size = t("members_count", { count: Math.max(memberCount, members.length) });
  return (
    <Page>
      <div
        data-subject={cohort.subject}
        className="relative overflow-hidden rounded-stone bg-stone p-6 text-on-stone sm:p-9"
      >
        <SubjectGlyph
          subject={cohort.subject}
          className="-end-8 -bottom-12 absolute size-52 rotate-6 opacity-15"
        />
        <p className="font-bold">{t("kicker", { subject: s(`subject_${cohort.subject}`) })}</p>
        <h1 className="mt-1 text-title">{cohort.name}</h1>
        <p className="mt-1 text-lede">
          {open && here > 0 ? t("with_here", { members: size, count: here }) : size}
        </p>
      </div>
      {open ? (
        <div className="mt-8 grid grid-cols-1 items-start gap-8 lg:grid-cols-[1.5fr_1fr]">
          <div className="order-2 min-w-0 lg:order-1">{props.feed}</div>
          <div className="order-1 grid grid-cols-1 gap-8 lg:order-2">
            {props.deed}
            {props.students}
            <Section id="members" title={t("members")} aside={<LiveSign live={live} />}>
              <Members
                members={members}
                // Until the room has said who is here, nobody is said to be away.
                known={live === "live" || here > 0}
                aside={props.aside}
              />
            </Section>
          </div>
        </div>
      ) : (
        <div className="mx-auto mt-8 max-w-xl">{props.deed}</div>
      )}
    </Page>
  );
}

const order = ["in_quiz", "studying", "online", "away", "offline"] as const;
const placeOf = (status: string) => (order as readonly string[]).indexOf(status);
function Members({
  members,
  known,
  aside,
}: Pick<CohortPageProps, "members" | "aside"> & { known: boolean }) {
  const t = useWords("cohort");
  const sorted = [...members].sort(
    (a, b) => placeOf(a.status) - placeOf(b.status) || a.alias.localeCompare(b.alias, t.locale),
  );
  return (
    <ul className="grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-2 lg:grid-cols-1">
      {sorted.map((member) => (
        <li key={member.handle} className="flex min-h-14 items-center gap-3">
          <span className="relative">
            <Avatar
              seed={member.alias}
              className={clsx("size-11", known && member.status === "offline" && "opacity-55")}
            />
            <span
              aria-hidden="true"
              className={clsx(
                "-end-1 -bottom-1 absolute size-4 rounded-full border-3 border-paper",
                !known && "hidden",
                ["in_quiz", "studying", "online"].includes(member.status) && "bg-leaf",
                member.status === "away" && "bg-sun",
                member.status === "offline" && "bg-line-strong",
              )}
            />
          </span>
          <span className="min-w-0 grow">
            <span className="block font-bold leading-tight">
              {member.alias}
              {member.you ? (
                <span className="font-normal text-soft">{` · ${t("you")}`}</span>
              ) : null}
            </span>
            {known ? (
              <span className="block text-[0.9375rem] text-soft leading-tight">
                {t(`status_${order.find((status) => status === member.status) ?? "online"}`)}
              </span>
            ) : null}
          </span>
          <span className="shrink-0">{aside(member)}</span>
        </li>
      ))}
    </ul>
  );
}

interface SignInToSeeProps {
  path: string;
  /** Of the group's subject: for whoever wants to try before joining. */
  decks: readonly DeckOnTile[];
}

/** For guests: what a study group is, the way in, and something to try at once. */
export function SignInToSee({ path, decks }: SignInToSeeProps) {
  const t = useWords("cohort");
  const query = new URLSearchParams({ returnTo: path });
  return (
    <div className="grid gap-8">
      <Card>
        <h2 className="text-head">{t("side")}</h2>
        <p className="mt-2 text-soft">{t("side_text")}</p>
        <div className="mt-5 flex flex-wrap gap-3">
          <ButtonLink to={`/join?${query}`} tone="sun" size="large">
            {t("join_free")}
          </ButtonLink>
          <ButtonLink to={`/sign-in?${query}`} size="large">
            {t("sign_in")}
          </ButtonLink>
        </div>
      </Card>
      {decks.length > 0 ? (
        <Section id="try" title={t("or_try")}>
          <ul className="grid grid-cols-2 gap-3 sm:gap-4">
            {decks.map((deck) => (
              <li key={deck.id} className="grid">
                <DeckTile deck={deck} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  );
}
