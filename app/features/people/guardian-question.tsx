/** What a guardian is asked about: which child, since when, what a yes means; and the buttons. */
import { Form, Link, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Avatar } from "#app/ui/avatar.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { formatDay } from "#app/ui/time-format.ts";
import { useWords } from "#app/words/use-words.ts";

interface GuardianQuestionProps {
  token: string;
  childAlias: string;
  askedAt: number;
  /** What a yes means: a few words each, and a sentence or two. */
  facts: readonly { head: string; text: string }[];
  /** The fields and buttons of the answer. */
  children: ReactNode;
}

export function GuardianQuestion(props: GuardianQuestionProps) {
  const t = useWords("guardians");
  const { token, childAlias, askedAt, facts, children } = props;
  return (
    <div className="grid gap-8 lg:grid-cols-[1.2fr_1fr] lg:items-start lg:gap-12">
      <div>
        <p className="mb-7 flex items-center gap-4">
          <Avatar seed={childAlias} className="size-20" />
          <span>
            <strong className="block font-display font-extrabold text-xl">{childAlias}</strong>
            <span className="text-soft">
              {t("nickname", { day: formatDay(askedAt, t.locale) })}
            </span>
          </span>
        </p>
        <h2 className="text-head">{t("means")}</h2>
        <dl className="mt-4 grid gap-5">
          {facts.map(({ head, text }) => (
            <div key={head} className="border-river border-s-4 ps-4">
              <dt className="font-bold">{head}</dt>
              <dd className="text-soft">{text}</dd>
            </div>
          ))}
        </dl>
        <Link to="/privacy" className="mt-4 inline-flex min-h-11 items-center text-link">
          {t("keeps")}
        </Link>
      </div>
      <Card>
        <Form method="post" className="grid gap-3 sm:grid-cols-2">
          <input type="hidden" name="token" value={token} />
          {children}
        </Form>
      </Card>
    </div>
  );
}

/** For a parent who meets us here for the first time: who we are, and where to look. */
export function AboutUs() {
  const t = useWords("guardians");
  return (
    <>
      <p>{t("who")}</p>
      <div className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-3">
        <ButtonLink to="/">{t("see_what")}</ButtonLink>
        <Link to="/privacy" className="inline-flex min-h-11 items-center text-link">
          {t("keeps")}
        </Link>
      </div>
    </>
  );
}

/** Two equal buttons: neither is made harder to take. */
export function YesOrNo({ yes }: { yes: string }) {
  const t = useWords("guardians");
  const busy = useNavigation().state !== "idle";
  return (
    <>
      <Button
        type="submit"
        name="answer"
        value="consented"
        tone="river"
        size="large"
        aria-disabled={busy}
      >
        {yes}
      </Button>
      <Button type="submit" name="answer" value="declined" size="large" aria-disabled={busy}>
        {t("not_now")}
      </Button>
    </>
  );
}
