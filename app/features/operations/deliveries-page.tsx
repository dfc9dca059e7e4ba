/** Deliveries that were given up, for admins: what, where, why, and another try. */
import { Form, useNavigation } from "@remix-run/react";
import type { Outputs } from "#app/trpc.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
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
      {nextCursor ? (
        <div className="mt-6 text-center">
          <ButtonLink to={`?${new URLSearchParams({ cursor: nextCursor })}`}>Older ones</ButtonLink>
        </div>
      ) : null}
    </Page>
  );
}

function DeadTable({ items, now }: Pick<DeliveriesPageProps, "items" | "now">) {
  const busy = useNavigation().state !== "idle";
  return (
    <div className="overflow-x-auto rounded-stone border border-line bg-card">
      <table className="w-full min-w-180 text-left text-[0.9375rem]">
        <caption className="sr-only">Deliveries that were given up, newest first</caption>
        <thead className="bg-well">
          <tr>
            {["Event", "Feature", "Tries", "Given up", "Last error"].map((name) => (
              <th key={name} scope="col" className="px-4 py-3">
                {name}
              </th>
            ))}
            <th scope="col" className="px-4 py-3">
              <span className="sr-only">Another try</span>
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {items.map((item) => (
            <tr key={`${item.eventId} ${item.feature}`} className="align-top">
              <th scope="row" className="px-4 py-3">
                {item.event}
                <code className="block font-normal text-soft text-xs">{item.eventId}</code>
              </th>
              <td className="px-4 py-3">{item.feature}</td>
              <td className="px-4 py-3">{item.attempts}</td>
              <td className="whitespace-nowrap px-4 py-3">
                <Time at={item.deadAt} now={now} />
              </td>
              <td className="max-w-80 break-words px-4 py-3 text-soft">{item.lastError ?? "–"}</td>
              <td className="px-4 py-2">
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
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
