/** Held points, for admins: whose, for what, why they are held; release or reject. */
import { Form, useNavigation } from "@remix-run/react";
import type { Outputs } from "#app/trpc.ts";
import { AdminTable, Cell, RowHead } from "#app/ui/admin-table.tsx";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { NextPageLink } from "#app/ui/next-page-link.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { Time } from "#app/ui/time.tsx";
import { useWords } from "#app/words/use-words.ts";

type Held = Outputs["leaderboards"]["held"];

interface HeldPageProps extends Held {
  now: number;
}

export function HeldPage({ items, waiting, nextCursor, now }: HeldPageProps) {
  const t = useWords("adminPeople");
  const shared = useWords("admin");
  return (
    <Page>
      <PageHead
        kicker={shared("kicker")}
        title={shared("tab_held")}
        lede={waiting === 0 ? t("held_none_wait") : t("held_wait", { count: waiting })}
      />
      {items.length === 0 ? (
        <EmptyState title={t("held_empty_title")} text={t("held_empty_text")} />
      ) : (
        <HeldTable items={items} now={now} />
      )}
      <NextPageLink cursor={nextCursor} words={shared("older")} />
    </Page>
  );
}

function HeldTable({ items, now }: Pick<HeldPageProps, "items" | "now">) {
  const t = useWords("adminPeople");
  return (
    <AdminTable
      caption={t("held_caption")}
      columns={[t("player"), t("run"), t("points"), t("when"), t("reason"), t("decision")]}
      numbers={[2]}
      wide
    >
      {items.map((item) => (
        <HeldRow key={item.entryId} item={item} now={now} />
      ))}
    </AdminTable>
  );
}

function HeldRow({ item, now }: { item: Held["items"][number]; now: number }) {
  const t = useWords("adminPeople");
  const shared = useWords("admin");
  const { entryId, alias, subject, points, earnedAt, reason, run } = item;
  const who = alias ?? t("guest");
  return (
    <tr>
      <RowHead>{who}</RowHead>
      <Cell>
        {run
          ? t("run_score", { deck: run.deckId, score: run.score, total: run.total })
          : shared(`subject_${subject}`)}
        {run ? (
          <span className="block text-soft text-sm">
            {t("run_time", { seconds: (run.durationMs / 1000).toFixed(1) })}
          </span>
        ) : null}
      </Cell>
      <Cell number>{points}</Cell>
      <Cell>
        <Time at={earnedAt} now={now} className="whitespace-nowrap" />
      </Cell>
      <Cell>{t(`reason_${reason}`)}</Cell>
      <Cell>
        <Decision entryId={entryId} points={points} who={who} />
      </Cell>
    </tr>
  );
}

function Decision({ entryId, points, who }: { entryId: string; points: number; who: string }) {
  const t = useWords("adminPeople");
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
        aria-label={t("release_named", { count: points, who })}
      >
        {t("release")}
      </Button>
      <Button
        type="submit"
        name="verdict"
        value="rejected"
        size="small"
        aria-disabled={busy}
        aria-label={t("reject_named", { count: points, who })}
      >
        {t("reject")}
      </Button>
    </Form>
  );
}
