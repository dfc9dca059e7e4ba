/** One child on a guardian's page: studies, and the say about sharing. */
import { Form, Link } from "@remix-run/react";
import type { Outputs } from "#app/trpc.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Field } from "#app/ui/field.tsx";
import { formatDay, formatRelative, plural } from "#app/ui/time-format.ts";

type Family = Outputs["people"]["family"]["children"][number];

export interface ChildOnPage extends Family {
  results: Outputs["microDecks"]["familyResults"]["items"];
  practice: Outputs["progress"]["family"]["items"][number] | null;
  friends: Outputs["friends"]["forGuardian"]["items"];
  standing: Outputs["friends"]["forGuardian"]["friends"];
}

export function ChildStudies({ child, now }: { child: ChildOnPage; now: number }) {
  const { practice, results } = child;
  return (
    <Card>
      <h3 className="font-bold">Practice</h3>
      {practice && practice.runs > 0 ? (
        <p className="mt-1">
          {`Level ${practice.level}, ${plural(practice.points, "point")}, ${plural(practice.runs, "deck")} finished. `}
          {practice.streakDays > 0
            ? `Practised ${plural(practice.streakDays, "day")} in a row${practice.practisedToday ? ", today too" : ""}.`
            : "No streak at the moment."}
        </p>
      ) : (
        <p className="mt-1 text-soft">No deck finished yet.</p>
      )}
      {results.length > 0 ? (
        <ul className="mt-4 divide-y divide-line border-line border-t">
          {results.map((result) => (
            <li key={result.runId}>
              <Link
                to={`/results/${result.runId}`}
                className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 py-2 hover:text-river"
              >
                <span className="font-bold underline">{result.title}</span>
                <span className="text-soft">
                  {`${result.score} of ${result.total}, ${formatRelative(result.completedAt, now)}`}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

export function ChildSharing({ child }: { child: ChildOnPage }) {
  const { alias, shareConsent, shareAskedAt } = child;
  return (
    <Card>
      <h3 className="font-bold">Links that leave Vel Tutor</h3>
      <p className="mt-1">
        {shareConsent
          ? `${alias} may challenge friends by link. A link shows the nickname and a score, nothing else.`
          : `${alias} may not send links to friends outside.`}
        {shareAskedAt === null ? "" : ` Asked you on ${formatDay(shareAskedAt)}.`}
      </p>
      <Form method="post" className="mt-4 flex flex-wrap gap-3">
        <input type="hidden" name="about" value="sharing" />
        <input type="hidden" name="child" value={child.child} />
        {shareConsent ? (
          <Button type="submit" name="answer" value="withdrawn" tone="danger">
            Stop sharing now
          </Button>
        ) : (
          <Button type="submit" name="answer" value="consented" tone="river">
            Allow sharing
          </Button>
        )}
        {!shareConsent && shareAskedAt !== null ? (
          <Button type="submit" name="answer" value="declined">
            Say no
          </Button>
        ) : null}
      </Form>
      {shareConsent ? (
        <p className="mt-3 text-[0.9375rem] text-soft">
          Stopping also closes every link that is out.
        </p>
      ) : null}
      <Decisions decisions={child.decisions} />
    </Card>
  );
}

/** Friendships that stand; the guardian may end each. */
export function ChildFriends({ child }: { child: ChildOnPage }) {
  if (child.standing.length === 0) return null;
  return (
    <Card>
      <h3 className="font-bold">Friends</h3>
      <ul className="mt-2 divide-y divide-line">
        {child.standing.map(({ id, friendAlias, since }) => (
          <li key={id}>
            <Form method="post" className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
              <input type="hidden" name="about" value="friend" />
              <input type="hidden" name="id" value={id} />
              <p className="min-w-40 grow">
                <strong>{friendAlias}</strong>
                <span className="block text-[0.9375rem] text-soft">{`since ${formatDay(since)}`}</span>
              </p>
              <Button
                type="submit"
                size="small"
                name="answer"
                value="ended"
                aria-label={`End the friendship with ${friendAlias}`}
              >
                End it
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-[0.9375rem] text-soft">Nobody is told when you end one.</p>
    </Card>
  );
}

/** A minor writes no free text: the name is the guardian's to give. */
export function ChildName({ child }: { child: ChildOnPage }) {
  return (
    <Card>
      <Form method="post" className="grid gap-3">
        <input type="hidden" name="about" value="name" />
        <input type="hidden" name="child" value={child.child} />
        <Field
          id={`name-${child.child}`}
          name="name"
          label={`The name of ${child.alias}, if you like`}
          hint="Only your child, you and the tutors of your child's study groups see it."
          defaultValue={child.name ?? ""}
          maxLength={60}
          autoComplete="off"
        />
        <Button type="submit" className="justify-self-start">
          Keep it so
        </Button>
      </Form>
    </Card>
  );
}

const aboutWords = { joining: "The account", sharing: "Sharing" };
const answerWords = { consented: "yes", declined: "no", withdrawn: "taken back" };
const methodWords = { email_page: "by the mailed page", family_page: "on this page" };

function Decisions({ decisions }: Pick<Family, "decisions">) {
  if (decisions.length === 0) return null;
  return (
    <details className="mt-4">
      <summary className="min-h-11 cursor-pointer py-2 font-bold text-river">
        What you decided so far
      </summary>
      <ol className="mt-1 grid gap-1.5">
        {decisions.map(({ about, answer, method, at }) => (
          <li key={`${about} ${at}`}>
            {`${aboutWords[about]}: ${answerWords[answer]}, ${methodWords[method]}, `}
            <time dateTime={new Date(at).toISOString()}>{formatDay(at)}</time>
          </li>
        ))}
      </ol>
    </details>
  );
}
