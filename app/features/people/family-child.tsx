/** One child on a guardian's page: studies, and the say about sharing. */
import { Form, Link } from "@remix-run/react";
import type { Outputs } from "#app/trpc.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Field } from "#app/ui/field.tsx";
import { formatDay, formatList, formatRelative } from "#app/ui/time-format.ts";
import { rich } from "#app/words/rich.tsx";
import type { Words } from "#app/words/say.ts";
import { useWords } from "#app/words/use-words.ts";

type Family = Outputs["people"]["family"]["children"][number];

export interface ChildOnPage extends Family {
  results: Outputs["microDecks"]["familyResults"]["items"];
  practice: Outputs["progress"]["family"]["items"][number] | null;
  friends: Outputs["friends"]["forGuardian"]["items"];
  standing: Outputs["friends"]["forGuardian"]["friends"];
}

export function ChildStudies({ child, now }: { child: ChildOnPage; now: number }) {
  const t = useWords("family");
  const { practice, results } = child;
  return (
    <Card>
      <h3 className="font-bold">{t("practice")}</h3>
      {practice && practice.runs > 0 ? (
        <p className="mt-1">{practiceWords(t, practice)}</p>
      ) : (
        <p className="mt-1 text-soft">{t("no_deck")}</p>
      )}
      {results.length > 0 ? (
        <ul className="mt-4 divide-y divide-line border-line border-t">
          {results.map((result) => (
            <li key={result.runId}>
              <Link
                to={`/results/${result.runId}`}
                className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 py-2 hover:text-river"
              >
                <span lang="en" className="font-bold underline">
                  {result.title}
                </span>
                <span className="text-soft">
                  {t("result_line", {
                    score: result.score,
                    total: result.total,
                    when: formatRelative(result.completedAt, now, t.locale),
                  })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

function practiceWords(t: Words<"family">, practice: NonNullable<ChildOnPage["practice"]>): string {
  const { level, points, runs, streakDays: count, practisedToday } = practice;
  const done = [
    t("level", { level }),
    t("points", { count: points }),
    t("decks_finished", { count: runs }),
  ];
  const streak = t(practisedToday ? "streak_today" : "streak", { count });
  return `${formatList(done, t.locale)}. ${count > 0 ? streak : t("no_streak")}`;
}

export function ChildSharing({ child }: { child: ChildOnPage }) {
  const t = useWords("family");
  const { alias, shareConsent, shareAskedAt } = child;
  return (
    <Card>
      <h3 className="font-bold">{t("sharing")}</h3>
      <p className="mt-1">
        {t(shareConsent ? "may_share" : "may_not_share", { alias })}{" "}
        {shareAskedAt === null ? null : t("asked_on", { day: formatDay(shareAskedAt, t.locale) })}
      </p>
      <Form method="post" className="mt-4 flex flex-wrap gap-3">
        <input type="hidden" name="about" value="sharing" />
        <input type="hidden" name="child" value={child.child} />
        {shareConsent ? (
          <Button type="submit" name="answer" value="withdrawn" tone="danger">
            {t("stop_sharing")}
          </Button>
        ) : (
          <Button type="submit" name="answer" value="consented" tone="river">
            {t("allow_sharing")}
          </Button>
        )}
        {!shareConsent && shareAskedAt !== null ? (
          <Button type="submit" name="answer" value="declined">
            {t("say_no")}
          </Button>
        ) : null}
      </Form>
      {shareConsent ? <p className="mt-3 text-[0.9375rem] text-soft">{t("stop_closes")}</p> : null}
      <Decisions decisions={child.decisions} />
    </Card>
  );
}

/** Friendships that stand; the guardian may end each. */
export function ChildFriends({ child }: { child: ChildOnPage }) {
  const t = useWords("family");
  if (child.standing.length === 0) return null;
  return (
    <Card>
      <h3 className="font-bold">{t("friends")}</h3>
      <ul className="mt-2 divide-y divide-line">
        {child.standing.map(({ id, friendAlias, since }) => (
          <li key={id}>
            <Form method="post" className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
              <input type="hidden" name="about" value="friend" />
              <input type="hidden" name="id" value={id} />
              <p className="min-w-40 grow">
                <strong>{friendAlias}</strong>
                <span className="block text-[0.9375rem] text-soft">
                  {t("since", { day: formatDay(since, t.locale) })}
                </span>
              </p>
              <Button
                type="submit"
                size="small"
                name="answer"
                value="ended"
                aria-label={t("end_friendship", { friend: friendAlias })}
              >
                {t("end")}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-[0.9375rem] text-soft">{t("nobody_told")}</p>
    </Card>
  );
}

/** A minor writes no free text: the name is the guardian's to give. */
export function ChildName({ child }: { child: ChildOnPage }) {
  const t = useWords("family");
  return (
    <Card>
      <Form method="post" className="grid gap-3">
        <input type="hidden" name="about" value="name" />
        <input type="hidden" name="child" value={child.child} />
        <Field
          id={`name-${child.child}`}
          name="name"
          label={t("name_of", { alias: child.alias })}
          hint={t("name_hint")}
          defaultValue={child.name ?? ""}
          maxLength={60}
          autoComplete="off"
        />
        <Button type="submit" className="justify-self-start">
          {t("keep")}
        </Button>
      </Form>
    </Card>
  );
}

function Decisions({ decisions }: Pick<Family, "decisions">) {
  const t = useWords("family");
  if (decisions.length === 0) return null;
  return (
    <details className="mt-4">
      <summary className="min-h-11 cursor-pointer py-2 font-bold text-river">
        {t("decided")}
      </summary>
      <ol className="mt-1 grid gap-1.5">
        {decisions.map(({ about, answer, method, at }) => (
          <li key={`${about} ${at}`}>
            {rich(t, "decision", {
              about: t(`about_${about}`),
              answer: t(`answer_${answer}`),
              method: t(`method_${method}`),
              day: formatDay(at, t.locale),
              time: (day: string) => <time dateTime={new Date(at).toISOString()}>{day}</time>,
            })}
          </li>
        ))}
      </ol>
    </details>
  );
}
