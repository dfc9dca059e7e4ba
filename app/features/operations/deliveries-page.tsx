/** Deliveries that were given up, for admins: what, where, why, and another try. */
import { Form, useNavigation } from "@remix-run/react";
import type { Outputs } from "#app/trpc.ts";
import { AdminTable, Cell, RowHead } from "#app/ui/admin-table.tsx";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { NextPageLink } from "#app/ui/next-page-link.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { Time } from "#app/ui/time.tsx";
import { plural } from "#app/ui/time-format.ts";

type Dead = Outputs["operations"]["deadLetters"];

interface DeliveriesPageProps {
  items: Dead["items"];
  waiting: number;
  nextCursor: string | null;
  now: number;
}

export function DeliveriesPage({ items, waiting, nextCursor, now }: DeliveriesPageProps) {
  return (
    <Page>
      <PageHead
        kicker="Admin"
        title="Dead letters"
        lede={
          waiting === 0
            ? "Nothing waits for another try."
            : `${plural(waiting, "delivery waits", "deliveries wait")} for another try.`
        }
      />
      {items.length === 0 ? (
        <EmptyState
          title="No delivery was given up"
          text="Each event has reached every feature that reacts to it."
        />
      ) : (
        <DeadTable items={items} now={now} />
      )}
      <NextPageLink cursor={nextCursor} words="Older ones" />
    </Page>
  );
}

function DeadTable({ items, now }: Pick<DeliveriesPageProps, "items" | "now">) {
  const busy = useNavigation().state !== "idle";
  return (
    <AdminTable
      caption="Deliveries that were given up, newest first"
      columns={["Event", "Feature", "Tries", "Given up", "Last error", "Another try"]}
      wide
    >
      {items.map((item) => (
        <tr key={`${item.eventId} ${item.feature}`}>
          <RowHead>
            {item.event}
            <code className="block font-normal text-soft text-xs">{item.eventId}</code>
          </RowHead>
          <Cell>{item.feature}</Cell>
          <Cell>{item.attempts}</Cell>
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
                aria-label={`Try ${item.event} for ${item.feature} again`}
              >
                Try again
              </Button>
            </Form>
          </Cell>
        </tr>
      ))}
    </AdminTable>
  );
}
