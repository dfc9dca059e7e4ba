/** Held points, for admins: whose, for what, why they are held; release or reject. */
import { Form, useNavigation } from "@remix-run/react";
import type { Outputs } from "#app/trpc.ts";
import { AdminTable, Cell, RowHead } from "#app/ui/admin-table.tsx";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { NextPageLink } from "#app/ui/next-page-link.tsx";
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
      <NextPageLink cursor={nextCursor} words="Older ones" />
    </Page>
  );
}

function HeldTable({ items, now }: Pick<HeldPageProps, "items" | "now">) {
  return (
    <AdminTable
      caption="Held points, newest first"
      columns={["Player", "Run", "Points", "When", "Why it is held", "Decision"]}
      wide
    >
      {items.map((item) => (
        <HeldRow key={item.entryId} item={item} now={now} />
      ))}
    </AdminTable>
  );
}

function HeldRow({ item, now }: { item: Held["items"][number]; now: number }) {
  const { entryId, alias, subject, points, earnedAt, reason, run } = item;
  const who = alias ?? "A guest";
  return (
    <tr>
      <RowHead>{who}</RowHead>
      <Cell>
        {run ? `${run.deckId}: ${run.score} of ${run.total}` : subjectNames[subject]}
        {run ? (
          <span className="block text-soft text-sm">{`in ${(run.durationMs / 1000).toFixed(1)} s`}</span>
        ) : null}
      </Cell>
      <Cell>{points}</Cell>
      <Cell>
        <Time at={earnedAt} now={now} className="whitespace-nowrap" />
      </Cell>
      <Cell>{reasonWords[reason]}</Cell>
      <Cell>
        <Decision entryId={entryId} words={`${points} points of ${who}`} />
      </Cell>
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
