/** Flags for admins: the loops with their switches, and all others. */
import { Form, useNavigation } from "@remix-run/react";
import type { Outputs, Refusal } from "#app/trpc.ts";
import { AdminTable, Cell, RowHead } from "#app/ui/admin-table.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card, Section } from "#app/ui/card.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { formatMoment } from "#app/ui/time-format.ts";
import { fullShareBp, loopFlagKey } from "#shared/experiments.ts";
import { loopNames, loops } from "#shared/vocabulary.ts";
import { type Loaded, percent } from "./experiment-words.ts";
import { PercentField } from "./percent-field.tsx";

type Flag = Loaded<Outputs["flags"]["list"]>["flags"][number];

interface FlagsPageProps {
  flags: readonly Flag[];
  refusal: Refusal | null;
}

export function FlagsPage({ flags, refusal }: FlagsPageProps) {
  const loopKeys = loops.map((loop) => ({ name: loopNames[loop], key: loopFlagKey(loop) }));
  const isLoop = (key: string) => loopKeys.some((loop) => loop.key === key);
  const others = flags.filter(({ key }) => !isLoop(key));
  return (
    <Page>
      <PageHead
        kicker="Admin"
        title="Flags"
        lede="A loop that is off makes no links and sends nothing; what waits in it is cancelled."
      />
      {refusal ? (
        <Notice tone="care" live className="mb-6">
          {refusal.message}
        </Notice>
      ) : null}
      <FlagTable
        caption="Loops"
        rows={loopKeys.map(({ name, key }) => ({
          name,
          flagKey: key,
          flag: flags.find((each) => each.key === key) ?? null,
        }))}
      />
      <Section id="others" title="Other flags" className="mt-10">
        {others.length > 0 ? (
          <FlagTable
            caption="Other flags"
            rows={others.map((flag) => ({ name: flag.key, flagKey: flag.key, flag }))}
          />
        ) : (
          <p className="text-soft">There are none yet.</p>
        )}
      </Section>
      <Section id="new" title="A new flag" className="mt-10">
        <NewFlag />
      </Section>
    </Page>
  );
}

interface FlagRow {
  name: string;
  flagKey: string;
  flag: Flag | null;
}

function FlagTable({ caption, rows }: { caption: string; rows: readonly FlagRow[] }) {
  return (
    <AdminTable caption={caption} columns={["Flag", "Switch", "State", "Rules"]}>
      {rows.map((row) => (
        <tr key={row.flagKey}>
          <RowHead>
            {row.name}
            <span className="block max-w-60 font-normal text-soft">
              {row.flag?.description ?? "Turns the loop off"}
            </span>
          </RowHead>
          <Cell>
            <Switch {...row} />
          </Cell>
          <Cell>
            <span className="block min-w-44">{stateOf(row.flag)}</span>
          </Cell>
          <Cell>
            <span className="block min-w-32">{rulesOf(row.flag)}</span>
          </Cell>
        </tr>
      ))}
    </AdminTable>
  );
}

function stateOf(flag: Flag | null): string {
  if (flag?.killedAt) {
    return `Off since ${formatMoment(flag.killedAt)}: ${flag.killReason ?? "no reason given"}`;
  }
  return flag && !flag.enabled ? "Off" : "On";
}

function rulesOf(flag: Flag | null): string {
  if (!flag || flag.rules.length === 0) return `for all: ${String(flag?.defaultValue ?? true)}`;
  const rules = flag.rules.map(
    ({ value, percentBp }) => `${String(value)} for ${percent(percentBp / fullShareBp)}`,
  );
  return [...rules, `else ${String(flag.defaultValue)}`].join("; ");
}

function Switch({ name, flagKey, flag }: FlagRow) {
  const busy = useNavigation().state !== "idle";
  const on = !flag?.killedAt && flag?.enabled !== false;
  return (
    <Form method="post" className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="key" value={flagKey} />
      {on ? (
        <>
          <input
            name="reason"
            aria-label={`Why ${name} is turned off`}
            placeholder="Why?"
            required
            minLength={3}
            maxLength={200}
            className="min-h-11 w-40 rounded-control border-2 border-line-strong bg-card px-3 placeholder:text-soft"
          />
          <Button
            type="submit"
            name="step"
            value="kill"
            size="small"
            tone="danger"
            aria-disabled={busy}
            aria-label={`Turn off ${name}`}
          >
            Turn off
          </Button>
        </>
      ) : (
        <Button
          type="submit"
          name="step"
          value="revive"
          size="small"
          aria-disabled={busy}
          aria-label={`Turn on ${name}`}
        >
          Turn on
        </Button>
      )}
    </Form>
  );
}

function NewFlag() {
  const busy = useNavigation().state !== "idle";
  return (
    <Card>
      <Form method="post" className="grid items-end gap-5 sm:grid-cols-2">
        <Field
          id="key"
          label="Key"
          hint="Small letters, digits, dashes."
          required
          pattern="[a-z][a-z0-9._\-]{1,59}"
        />
        <PercentField
          id="percent"
          label="On for so many people, in percent"
          required
          defaultValue={0}
        />
        <div className="sm:col-span-2">
          <Field id="description" label="What it turns on" required minLength={3} maxLength={300} />
        </div>
        <div>
          <Button type="submit" name="step" value="create" tone="river" aria-disabled={busy}>
            Make the flag
          </Button>
        </div>
      </Form>
    </Card>
  );
}
