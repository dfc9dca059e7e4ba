/** All experiments, and the form of a new one, for admins. */
import { Form, Link, useNavigation } from "@remix-run/react";
import type { Refusal } from "#app/trpc.ts";
import { AdminTable, Cell, RowHead } from "#app/ui/admin-table.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card, Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { formatDay } from "#app/ui/time-format.ts";
import { fullShareBp, metricNames } from "#shared/experiments.ts";
import { loopNames, loops } from "#shared/vocabulary.ts";
import { type Experiment, metricWords, percent, stateWords } from "./experiment-words.ts";
import { PercentField } from "./percent-field.tsx";

interface ExperimentsPageProps {
  experiments: readonly Experiment[];
  refusal: Refusal | null;
}

export function ExperimentsPage({ experiments, refusal }: ExperimentsPageProps) {
  return (
    <Page>
      <PageHead
        kicker="Admin"
        title="Experiments"
        lede="Who sees what, and what comes of it. The verdict may be looked at every day."
      />
      {experiments.length === 0 ? (
        <EmptyState title="No experiment yet" text="Plan the first one below." />
      ) : (
        <ExperimentTable experiments={experiments} />
      )}
      <Section id="new" title="A new experiment" className="mt-10">
        <NewExperiment refusal={refusal} />
      </Section>
    </Page>
  );
}

function ExperimentTable({ experiments }: Pick<ExperimentsPageProps, "experiments">) {
  return (
    <AdminTable
      caption="Experiments, newest first"
      columns={["Experiment", "State", "About", "Primary metric", "Started", "Traffic", "Phase"]}
      numbers={2}
    >
      {experiments.map((each) => (
        <tr key={each.key}>
          <RowHead>
            <Link to={`/admin/experiments/${each.key}`} className="text-link">
              {each.key}
            </Link>
            <span className="block max-w-96 font-normal text-soft">{each.hypothesis}</span>
          </RowHead>
          <Cell>{stateWords[each.state]}</Cell>
          <Cell>{each.loop ? loopNames[each.loop] : (each.surface ?? "–")}</Cell>
          <Cell>{metricWords[each.primaryMetric]}</Cell>
          <Cell>{each.startedAt ? formatDay(each.startedAt) : "–"}</Cell>
          <Cell number>{percent(each.trafficBp / fullShareBp)}</Cell>
          <Cell number>{each.phase}</Cell>
        </tr>
      ))}
    </AdminTable>
  );
}

function NewExperiment({ refusal }: Pick<ExperimentsPageProps, "refusal">) {
  const busy = useNavigation().state !== "idle";
  const problem = (path: string) =>
    refusal?.details.find((detail) => detail.path.split(".")[0] === path)?.message;
  const taken = refusal?.code === "CONFLICT" ? "There is an experiment of that key." : undefined;
  return (
    <Card>
      <Form method="post" className="grid gap-5 sm:grid-cols-2">
        {refusal ? (
          <Notice tone="care" live className="sm:col-span-2">
            {taken ?? refusal.message}
          </Notice>
        ) : null}
        <Field
          id="key"
          label="Key"
          hint="Small letters, digits, dashes. Never used again."
          required
          pattern="[a-z][a-z0-9._\-]{1,59}"
          problem={taken ?? problem("key")}
        />
        <Field
          id="tested"
          label="Name of the tested variant"
          hint="The other one is called control."
          required
          defaultValue="tested"
          pattern="[a-z][a-z0-9._\-]{1,59}"
          problem={problem("variants")}
        />
        <div className="sm:col-span-2">
          <Field
            id="hypothesis"
            label="What you expect, and why"
            required
            minLength={10}
            maxLength={500}
            problem={problem("hypothesis")}
          />
        </div>
        <AboutFields />
        <HowFields problem={problem} />
        <div className="sm:col-span-2">
          <Button type="submit" tone="river" aria-disabled={busy}>
            Save as draft
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function HowFields({ problem }: { problem(path: string): string | undefined }) {
  return (
    <>
      <PercentField
        id="weight"
        label="Weight of the tested variant, in percent"
        required
        defaultValue={50}
      />
      <PercentField
        id="traffic"
        label="Share of people who take part, in percent"
        required
        defaultValue={100}
        problem={problem("trafficBp")}
      />
      <PercentField
        id="complaints"
        label="Highest complaint rate, in percent"
        hint="Above it, the loop is turned off. Needs a loop; empty: not watched."
        max={50}
        problem={problem("guardrails")}
      />
      <Field
        id="minPersons"
        label="People in each variant before it is read"
        hint="A fixed test needs so many; the sequence may be looked at before."
        type="number"
        min={100}
        max={10_000_000}
        required
        defaultValue={1000}
        problem={problem("minPersons")}
      />
    </>
  );
}

function AboutFields() {
  return (
    <>
      <SelectField
        id="loop"
        label="Loop"
        options={[
          { value: "", label: "None" },
          ...loops.map((loop) => ({ value: loop, label: loopNames[loop] })),
        ]}
      />
      <SelectField
        id="primaryMetric"
        label="Primary metric"
        options={metricNames.map((name) => ({ value: name, label: metricWords[name] }))}
      />
    </>
  );
}
