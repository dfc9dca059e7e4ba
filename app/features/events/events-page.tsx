/** The newest events, for admins: what, when and whose, by ids alone; looks again while it is open. */
import { Form, useRevalidator, useSubmit } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Outputs } from "#app/trpc.ts";
import { AdminTable, Cell, RowHead } from "#app/ui/admin-table.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Later } from "#app/ui/later.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { Time } from "#app/ui/time.tsx";
import { formatDuration } from "#app/ui/time-format.ts";
import { useWords } from "#app/words/use-words.ts";
import type { EventName } from "#shared/events.ts";
import { eventNames } from "./read-tail.ts";

type Tail = Outputs["events"]["list"];
type Item = Tail["items"][number];

interface EventsPageProps extends Tail {
  name: EventName | null;
  /** On an older page nothing new comes. */
  first: boolean;
  now: number;
}

const lookEveryMs = 3_000;

export function EventsPage({ items, dead, nextCursor, name, first, now }: EventsPageProps) {
  const t = useWords("adminOperations");
  const shared = useWords("admin");
  return (
    <Page>
      <PageHead kicker={shared("kicker")} title={shared("tab_events")} lede={t("events_lede")} />
      {dead.messages > 0 ? (
        <Notice tone="care" className="mb-5">
          {t("events_lost", { count: dead.messages })}
        </Notice>
      ) : null}
      <div className="mb-5 flex flex-wrap items-end gap-3">
        <NameFilter name={name} />
        {first ? (
          <Later>
            <LiveSwitch />
          </Later>
        ) : null}
      </div>
      {items.length === 0 ? (
        <EmptyState title={t("events_empty_title")} text={t("events_empty_text")} />
      ) : (
        <EventTable items={items} now={now} />
      )}
      {nextCursor ? (
        <div className="mt-6 text-center">
          <ButtonLink
            to={`?${new URLSearchParams({ ...(name ? { name } : {}), cursor: nextCursor })}`}
          >
            {shared("older")}
          </ButtonLink>
        </div>
      ) : null}
    </Page>
  );
}

/** A plain form, so that it works without JavaScript too. */
function NameFilter({ name }: { name: EventName | null }) {
  const t = useWords("adminOperations");
  const shared = useWords("admin");
  const submit = useSubmit();
  return (
    <Form
      method="get"
      className="flex flex-wrap items-end gap-3"
      onChange={(event) => submit(event.currentTarget)}
    >
      <SelectField
        id="name"
        label={t("event")}
        options={[
          { value: "", label: t("events_all") },
          ...eventNames.map((one) => ({ value: one, label: one })),
        ]}
        chosen={name ?? ""}
      />
      <noscript>
        <Button type="submit">{shared("show")}</Button>
      </noscript>
    </Form>
  );
}

/** Looks again every three seconds while somebody looks. */
function LiveSwitch() {
  const t = useWords("adminOperations");
  const [live, setLive] = useState(true);
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!live || state !== "idle") return;
    const timer = setTimeout(() => {
      if (document.visibilityState === "visible") revalidate();
    }, lookEveryMs);
    return () => clearTimeout(timer);
  }, [live, revalidate, state]);
  return <Button onClick={() => setLive(!live)}>{t(live ? "live_hold" : "live_go_on")}</Button>;
}

function EventTable({ items, now }: { items: readonly Item[]; now: number }) {
  const t = useWords("adminOperations");
  const shared = useWords("admin");
  return (
    <AdminTable
      caption={shared("tab_events")}
      columns={[t("event"), t("when"), t("visitor"), t("loop"), t("props")]}
    >
      {items.map((item) => (
        <tr key={item.eventId}>
          <RowHead>
            {item.name}
            <code className="block font-normal text-soft text-xs">{item.eventId}</code>
          </RowHead>
          <Cell className="whitespace-nowrap">
            <Time at={item.occurredAt} now={now} />
            {item.skewMs === null ? null : (
              <span className="block text-soft text-xs">
                {t("clock_corrected", { span: formatDuration(Math.abs(item.skewMs)) })}
              </span>
            )}
          </Cell>
          <Cell>
            <code className="text-xs">{item.visitorId.slice(-10)}</code>
            <span className="block text-soft text-xs">
              {t(item.member ? "by_member" : "by_guest")}
            </span>
          </Cell>
          <Cell>{item.loop ? shared(`loop_${item.loop}`) : "–"}</Cell>
          <Cell>
            <code className="block min-w-64 break-words text-xs">{JSON.stringify(item.props)}</code>
          </Cell>
        </tr>
      ))}
    </AdminTable>
  );
}
