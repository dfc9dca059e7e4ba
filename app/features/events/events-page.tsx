/** The newest events, for admins: what, when and whose, by ids alone; looks again while it is open. */
import { Form, useRevalidator, useSubmit } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Outputs } from "#app/trpc.ts";
import { AdminTable, Cell, RowHead } from "#app/ui/admin-table.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { Time } from "#app/ui/time.tsx";
import { formatDuration, plural } from "#app/ui/time-format.ts";
import type { EventName } from "#shared/events.ts";
import { loopNames } from "#shared/vocabulary.ts";
import { eventNames } from "./read-tail.ts";

type Tail = Outputs["events"]["list"];
type Item = Tail["items"][number];

interface EventsPageProps extends Tail {
  name: EventName | null;
  /** On an older page nothing new comes. */
  first: boolean;
  now: number;
}

const allEvents = { value: "", label: "All events" };
const lookEveryMs = 3_000;

export function EventsPage({ items, dead, nextCursor, name, first, now }: EventsPageProps) {
  return (
    <Page>
      <PageHead
        kicker="Admin"
        title="Events"
        lede="The newest first. Ids only: no names and no addresses are in here."
      />
      {dead.messages > 0 ? (
        <Notice tone="care" className="mb-5">
          {`${plural(dead.messages, "message", "messages")} of telemetry could not be stored. The runbook "telemetry" says what to do.`}
        </Notice>
      ) : null}
      <div className="mb-5 flex flex-wrap items-end gap-3">
        <NameFilter name={name} />
        {first ? <LiveSwitch /> : null}
      </div>
      {items.length === 0 ? (
        <EmptyState title="No events" text="Nothing of that kind has happened yet." />
      ) : (
        <EventTable items={items} now={now} />
      )}
      {nextCursor ? (
        <div className="mt-6 text-center">
          <ButtonLink
            to={`?${new URLSearchParams({ ...(name ? { name } : {}), cursor: nextCursor })}`}
          >
            Older ones
          </ButtonLink>
        </div>
      ) : null}
    </Page>
  );
}

/** A plain form, so that it works without JavaScript too. */
function NameFilter({ name }: { name: EventName | null }) {
  const submit = useSubmit();
  return (
    <Form
      method="get"
      className="flex flex-wrap items-end gap-3"
      onChange={(event) => submit(event.currentTarget)}
    >
      <SelectField
        id="name"
        label="Event"
        options={[allEvents, ...eventNames.map((one) => ({ value: one, label: one }))]}
        chosen={name ?? ""}
      />
      <noscript>
        <Button type="submit">Show</Button>
      </noscript>
    </Form>
  );
}

/** Looks again every three seconds while somebody looks. */
function LiveSwitch() {
  const [live, setLive] = useState(true);
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!live || state !== "idle") return;
    const timer = setTimeout(() => {
      if (document.visibilityState === "visible") revalidate();
    }, lookEveryMs);
    return () => clearTimeout(timer);
  }, [live, revalidate, state]);
  return (
    <Button aria-pressed={live} onClick={() => setLive(!live)}>
      {live ? "Live: hold still" : "Held: go on"}
    </Button>
  );
}

function EventTable({ items, now }: { items: readonly Item[]; now: number }) {
  return (
    <AdminTable caption="Events" columns={["Event", "When", "Visitor", "Loop", "What it says"]}>
      {items.map((item) => (
        <tr key={item.eventId}>
          <RowHead>
            {item.name}
            <code className="block font-normal text-soft text-xs">{item.eventId}</code>
          </RowHead>
          <Cell className="whitespace-nowrap px-3 py-2.5 align-top sm:px-4">
            <Time at={item.occurredAt} now={now} />
            {item.skewMs === null ? null : (
              <span className="block text-soft text-xs">
                {`clock corrected by ${formatDuration(Math.abs(item.skewMs))}`}
              </span>
            )}
          </Cell>
          <Cell>
            <code className="text-xs">{item.visitorId.slice(-10)}</code>
            <span className="block text-soft text-xs">{item.member ? "member" : "guest"}</span>
          </Cell>
          <Cell>{item.loop ? loopNames[item.loop] : "–"}</Cell>
          <Cell>
            <code className="break-all text-xs">{JSON.stringify(item.props)}</code>
          </Cell>
        </tr>
      ))}
    </AdminTable>
  );
}
