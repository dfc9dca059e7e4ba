/** Held points, for admins: whose, for what, why they are held; release or reject. */
import { Form, useNavigation } from "@remix-run/react";
import type { Outputs } from "#app/trpc.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { Time } from "#app/ui/time.tsx";
import { plural } from "#app/ui/time-format.ts";
import type { HoldReason } from "#shared/held-points.ts";
import { subjectNames } from "#shared/vocabulary.ts";

type Held = Outputs["leaderboards"]["held"];

interface HeldPageProps extends Held {
  now: number;
}

const reasonWords: Record<HoldReason, string> = {
  too_fast: "Faster than anybody can read",
  event_cap: "More points than a deck is worth",
  minute_cap: "Too many points in a minute",
  day_cap: "Too many points in a day",
};

export function HeldPage({ items, waiting, nextCursor, now }: HeldPageProps) {
  return (
    <Page>
      <PageHead
        kicker="Admin"
        title="Held points"
        lede={
          waiting === 0
            ? "Nothing waits for a decision."
            : `${plural(waiting, "run waits", "runs wait")} for a decision. Until then its points count on no board.`
        }
      />
      {items.length === 0 ? (
        <EmptyState
          title="No points are held"
          text="Runs that look impossible stand here until somebody has looked at them."
        />
      ) : (
        <HeldTable items={items} now={now} />
      )}
      {nextCursor ? (
        <div className="mt-6 text-center">
          <ButtonLink to={`?${new URLSearchParams({ cursor: nextCursor })}`}>Older ones</ButtonLink>
        </div>
      ) : null}
    </Page>
  );
}

function HeldTable({ items, now }: Pick<HeldPageProps, "items" | "now">) {
  return (
    <div className="overflow-x-auto rounded-stone border border-line bg-card">
      <table className="w-full min-w-180 text-left text-[0.9375rem]">
        <caption className="sr-only">Held points, newest first</caption>
        <thead className="bg-well">
          <tr>
            {["Player", "Run", "Points", "When", "Why it is held", "Decision"].map((name) => (
              <th key={name} scope="col" className="px-4 py-3">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {items.map((item) => (
            <HeldRow key={item.entryId} item={item} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeldRow({ item, now }: { item: Held["items"][number]; now: number }) {
  const { entryId, alias, subject, points, earnedAt, reason, run } = item;
  const who = alias ?? "A guest";
  return (
    <tr className="align-top">
      <th scope="row" className="px-4 py-3">
        {who}
      </th>
      <td className="px-4 py-3">
        {run ? `${run.deckId}: ${run.score} of ${run.total}` : subjectNames[subject]}
        {run ? (
          <span className="block text-soft text-sm">{`in ${(run.durationMs / 1000).toFixed(1)} s`}</span>
        ) : null}
      </td>
      <td className="px-4 py-3">{points}</td>
      <td className="whitespace-nowrap px-4 py-3">
        <Time at={earnedAt} now={now} />
      </td>
      <td className="px-4 py-3">{reasonWords[reason]}</td>
      <td className="px-4 py-2">
        <Decision entryId={entryId} words={`${points} points of ${who}`} />
      </td>
    </tr>
  );
}

function Decision({ entryId, words }: { entryId: string; words: string }) {
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="flex gap-2">
      <input type="hidden" name="entryId" value={entryId} />
      <Button
        type="submit"
        name="verdict"
        value="released"
        size="small"
        aria-disabled={busy}
        aria-label={`Release ${words}`}
      >
        Release
      </Button>
      <Button
        type="submit"
        name="verdict"
        value="rejected"
        size="small"
        aria-disabled={busy}
        aria-label={`Reject ${words}`}
      >
        Reject
      </Button>
    </Form>
  );
}
