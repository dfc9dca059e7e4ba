/** Deliveries that were given up, for admins: what, where, why, and another try. */
import { Form, useNavigation } from "@remix-run/react";
import type { Outputs } from "#app/trpc.ts";
import { AdminTable, Cell, RowHead } from "#app/ui/admin-table.tsx";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { NextPageLink } from "#app/ui/next-page-link.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { Time } from "#app/ui/time.tsx";
import { useWords } from "#app/words/use-words.ts";

type Dead = Outputs["operations"]["deadLetters"];

interface DeliveriesPageProps {
  items: Dead["items"];
  waiting: number;
  nextCursor: string | null;
  now: number;
}

export function DeliveriesPage({ items, waiting, nextCursor, now }: DeliveriesPageProps) {
  const t = useWords("adminOperations");
  const shared = useWords("admin");
  return (
    <Page>
      <PageHead
        kicker={shared("kicker")}
        title={t("dead_title")}
        lede={waiting === 0 ? t("dead_none_wait") : t("dead_wait", { count: waiting })}
      />
      {items.length === 0 ? (
        <EmptyState title={t("dead_empty_title")} text={t("dead_empty_text")} />
      ) : (
        <DeadTable items={items} now={now} />
      )}
      <NextPageLink cursor={nextCursor} words={shared("older")} />
    </Page>
  );
}

function DeadTable({ items, now }: Pick<DeliveriesPageProps, "items" | "now">) {
  const t = useWords("adminOperations");
  const busy = useNavigation().state !== "idle";
  return (
    <AdminTable
      caption={t("dead_caption")}
      columns={[
        t("event"),
        t("feature"),
        t("tries"),
        t("given_up"),
        t("last_error"),
        t("another_try"),
      ]}
      numbers={[2]}
      wide
    >
      {items.map((item) => (
        <tr key={`${item.eventId} ${item.feature}`}>
          <RowHead>
            {item.event}
            <code className="block font-normal text-soft text-xs">{item.eventId}</code>
          </RowHead>
          <Cell>{item.feature}</Cell>
          <Cell number>{item.attempts}</Cell>
          <Cell>
            <Time at={item.deadAt} now={now} className="whitespace-nowrap" />
          </Cell>
          <Cell>
            <span className="block max-w-80 break-words text-soft">{item.lastError ?? "–"}</span>
          </Cell>
          <Cell>
            <Form method="post">
              <input type="hidden" name="eventId" value={item.eventId} />
              <input type="hidden" name="feature" value={item.feature} />
              <Button
                type="submit"
                size="small"
                aria-disabled={busy}
                aria-label={t("try_again_named", { event: item.event, feature: item.feature })}
              >
                {t("try_again")}
              </Button>
            </Form>
          </Cell>
        </tr>
      ))}
    </AdminTable>
  );
}
