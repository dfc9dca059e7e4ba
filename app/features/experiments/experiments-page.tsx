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
import { useWords } from "#app/words/use-words.ts";
import { fullShareBp, metricNames } from "#shared/experiments.ts";
import { loops } from "#shared/vocabulary.ts";
import { type Experiment, percent } from "./experiment-figures.ts";
import { PercentField } from "./percent-field.tsx";

interface ExperimentsPageProps {
  experiments: readonly Experiment[];
  refusal: Refusal | null;
}

export function ExperimentsPage({ experiments, refusal }: ExperimentsPageProps) {
  const t = useWords("adminExperiments");
  const shared = useWords("admin");
  return (
    <Page>
      <PageHead kicker={shared("kicker")} title={shared("tab_experiments")} lede={t("lede")} />
      {experiments.length === 0 ? (
        <EmptyState title={t("empty_title")} text={t("empty_text")} />
      ) : (
        <ExperimentTable experiments={experiments} />
      )}
      <Section id="new" title={t("new_title")} className="mt-10">
        <NewExperiment refusal={refusal} />
      </Section>
    </Page>
  );
}

function ExperimentTable({ experiments }: Pick<ExperimentsPageProps, "experiments">) {
  const t = useWords("adminExperiments");
  const shared = useWords("admin");
  return (
    <AdminTable
      caption={t("caption")}
      columns={[
        t("experiment"),
        t("state"),
        t("about"),
        t("primary_metric"),
        t("started"),
        t("traffic"),
        t("phase"),
      ]}
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
          <Cell>{t(`state_${each.state}`)}</Cell>
          <Cell>{each.loop ? shared(`loop_${each.loop}`) : (each.surface ?? "–")}</Cell>
          <Cell>{t(`metric_${each.primaryMetric}`)}</Cell>
          <Cell>{each.startedAt ? formatDay(each.startedAt) : "–"}</Cell>
          <Cell number>{percent(each.trafficBp / fullShareBp)}</Cell>
          <Cell number>{each.phase}</Cell>
        </tr>
      ))}
    </AdminTable>
  );
}

function NewExperiment({ refusal }: Pick<ExperimentsPageProps, "refusal">) {
  const t = useWords("adminExperiments");
  const busy = useNavigation().state !== "idle";
  const problem = (path: string) =>
    refusal?.details.find((detail) => detail.path.split(".")[0] === path)?.message;
  const taken = refusal?.code === "CONFLICT" ? t("key_taken") : undefined;
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
          label={t("key")}
          hint={t("key_hint")}
          required
          pattern="[a-z][a-z0-9._\-]{1,59}"
          problem={taken ?? problem("key")}
        />
        <Field
          id="tested"
          label={t("tested")}
          hint={t("tested_hint")}
          required
          defaultValue="tested"
          pattern="[a-z][a-z0-9._\-]{1,59}"
          problem={problem("variants")}
        />
        <div className="sm:col-span-2">
          <Field
            id="hypothesis"
            label={t("hypothesis")}
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
            {t("save")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function HowFields({ problem }: { problem(path: string): string | undefined }) {
  const t = useWords("adminExperiments");
  return (
    <>
      <PercentField id="weight" label={t("weight_field")} required defaultValue={50} />
      <PercentField
        id="traffic"
        label={t("traffic_field")}
        required
        defaultValue={100}
        problem={problem("trafficBp")}
      />
      <PercentField
        id="complaints"
        label={t("complaints_field")}
        hint={t("complaints_hint")}
        max={50}
        problem={problem("guardrails")}
      />
      <Field
        id="minPersons"
        label={t("people_field")}
        hint={t("people_hint")}
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
  const t = useWords("adminExperiments");
  const shared = useWords("admin");
  return (
    <>
      <SelectField
        id="loop"
        label={t("loop")}
        options={[
          { value: "", label: t("loop_none") },
          ...loops.map((loop) => ({ value: loop, label: shared(`loop_${loop}`) })),
        ]}
      />
      <SelectField
        id="primaryMetric"
        label={t("primary_metric")}
        options={metricNames.map((name) => ({ value: name, label: t(`metric_${name}`) }))}
      />
    </>
  );
}
