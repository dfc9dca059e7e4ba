/** One experiment: what it is, what may be read, and what it says, for admins. */
import { Form, Link, useNavigation } from "@remix-run/react";
import type { Refusal } from "#app/trpc.ts";
import { AdminTable, Cell, RowHead } from "#app/ui/admin-table.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { formatCount } from "#app/ui/time-format.ts";
import { fullShareBp, metricKinds } from "#shared/experiments.ts";
import {
  guardrailWords,
  interval,
  metricWords,
  percent,
  pValue,
  type Results,
  signed,
  stateWords,
  verdictWords,
} from "./experiment-words.ts";

interface ResultsPageProps {
  results: Results;
  refusal: Refusal | null;
}

export function ResultsPage({ results, refusal }: ResultsPageProps) {
  const { experiment } = results;
  const verdict = verdictWords[results.verdict];
  return (
    <Page>
      <PageHead
        kicker={
          <Link to="/admin/experiments" className="text-link">
            Experiments
          </Link>
        }
        title={experiment.key}
        lede={experiment.hypothesis}
      >
        <p className="mt-2 text-soft">
          {`${stateWords[experiment.state]} · phase ${experiment.phase} · ${percent(experiment.trafficBp / fullShareBp)} of the people · primary metric: ${metricWords[experiment.primaryMetric]}`}
        </p>
        <Steps results={results} />
      </PageHead>
      {refusal ? (
        <Notice tone="care" live className="mb-6">
          {refusal.message}
        </Notice>
      ) : null}
      {experiment.state === "draft" ? null : (
        <Notice tone={verdict.tone} title={verdict.title}>
          {verdict.text}
        </Notice>
      )}
      <Split results={results} />
      {results.comparisons.length > 0 ? <Comparisons results={results} /> : null}
      {results.guardrails.length > 0 ? <Guardrails results={results} /> : null}
    </Page>
  );
}

const stepsOf = {
  draft: [{ to: "start", label: "Start", tone: "river" }],
  running: [
    { to: "pause", label: "Pause", tone: "plain" },
    { to: "stop", label: "Stop for good", tone: "danger" },
  ],
  paused: [
    { to: "start", label: "Go on", tone: "river" },
    { to: "stop", label: "Stop for good", tone: "danger" },
  ],
  stopped: [],
} as const;

function Steps({ results: { experiment } }: Pick<ResultsPageProps, "results">) {
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="mt-4 flex flex-wrap gap-3">
      <input type="hidden" name="version" value={experiment.version} />
      {stepsOf[experiment.state].map(({ to, label, tone }) => (
        <Button key={to} type="submit" name="step" value={to} tone={tone} aria-disabled={busy}>
          {label}
        </Button>
      ))}
    </Form>
  );
}

function Split({ results }: Pick<ResultsPageProps, "results">) {
  const { sampleRatio, multipleExposureShare, variants } = results;
  const persons = variants.reduce((sum, each) => sum + each.persons, 0);
  return (
    <Section id="split" title="Who saw what" className="mt-8">
      <AdminTable
        caption="People in each variant, this phase"
        columns={["Variant", "Weight", "Share", "People"]}
        numbers={3}
      >
        {variants.map((each, index) => (
          <tr key={each.key}>
            <RowHead>
              {index === 0 && each.key !== "control" ? `${each.key} (control)` : each.key}
            </RowHead>
            <Cell number>{percent(each.weightBp / fullShareBp)}</Cell>
            <Cell number>{persons > 0 ? percent(each.persons / persons) : "–"}</Cell>
            <Cell number>{formatCount(each.persons)}</Cell>
          </tr>
        ))}
      </AdminTable>
      <p className="mt-3 text-soft">
        {`Sample ratio: p ${pValue(sampleRatio.pValue)}${sampleRatio.mismatch ? ", not what it was to be" : ""}. Saw two variants: ${percent(multipleExposureShare)}.`}
      </p>
    </Section>
  );
}

function Comparisons({ results }: Pick<ResultsPageProps, "results">) {
  return (
    <Section id="comparisons" title="What came of it" className="mt-8">
      <AdminTable
        caption="Each variant against the control, within 14 days of the first sight"
        columns={[
          "Metric",
          "Control",
          "Variant",
          "Lift",
          "95 % of the lift",
          "p, every look",
          "p, all metrics",
          "p, at the end",
          "Chance to win",
        ]}
        numbers={8}
      >
        {results.comparisons.map((each) => {
          const value = (mean: number) =>
            metricKinds[each.metric] === "rate" ? percent(mean) : mean.toFixed(3);
          return (
            <tr key={`${each.metric} ${each.variant}`}>
              <RowHead>
                {metricWords[each.metric]}
                <span className="block font-normal text-soft">{each.variant}</span>
              </RowHead>
              <Cell number>{value(each.controlMean)}</Cell>
              <Cell number>{value(each.mean)}</Cell>
              <Cell number>{signed(each.lift)}</Cell>
              <Cell number>{interval(each.liftInterval)}</Cell>
              <Cell number>{each.sequence ? pValue(each.sequence.pValue) : "–"}</Cell>
              <Cell number>{pValue(each.adjustedPValue)}</Cell>
              <Cell number>{each.fixed ? pValue(each.fixed.pValue) : "not yet"}</Cell>
              <Cell number>{percent(each.chanceToWin)}</Cell>
            </tr>
          );
        })}
      </AdminTable>
      <p className="mt-3 text-soft">
        “Every look” holds however often you look, and the verdict goes by it. “At the end” is right
        for one reading only. The chance to win is no p value.
      </p>
    </Section>
  );
}

const railWords = { tripped: "Broken", safe: "Kept", inconclusive: "Not sure yet" } as const;

function Guardrails({ results }: Pick<ResultsPageProps, "results">) {
  return (
    <Section id="guardrails" title="Guardrails" className="mt-8">
      <AdminTable
        caption="Guardrails, as of the last minute's sweep"
        columns={["Guardrail", "State", "Limit", "Bad", "All"]}
        numbers={3}
      >
        {results.guardrails.map(({ rail, state, events, persons }) => (
          <tr key={`${rail.metric} ${rail.limit} ${rail.childSafety}`}>
            <RowHead>
              {guardrailWords[rail.metric]}
              {rail.childSafety ? (
                <span className="block font-normal text-soft">minors only, for child safety</span>
              ) : null}
            </RowHead>
            <Cell>{railWords[state]}</Cell>
            <Cell number>
              {rail.quantile
                ? `${percent(rail.quantile)} within ${rail.limit / 1000} s`
                : percent(rail.limit)}
            </Cell>
            <Cell number>{formatCount(events)}</Cell>
            <Cell number>{formatCount(persons)}</Cell>
          </tr>
        ))}
      </AdminTable>
    </Section>
  );
}
