/** One experiment: what it is, what may be read, and what it says, for admins. */
import { Form, Link, useNavigation } from "@remix-run/react";
import type { Refusal } from "#app/trpc.ts";
import { AdminTable, Cell, RowHead } from "#app/ui/admin-table.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { formatCount } from "#app/ui/time-format.ts";
import { useWords } from "#app/words/use-words.ts";
import { fullShareBp, metricKinds } from "#shared/experiments.ts";
import { interval, percent, pValue, type Results, signed } from "./experiment-figures.ts";

interface ResultsPageProps {
  results: Results;
  refusal: Refusal | null;
}

export function ResultsPage({ results, refusal }: ResultsPageProps) {
  const { experiment } = results;
  const t = useWords("adminExperiments");
  const shared = useWords("admin");
  const { verdict } = results;
  return (
    <Page>
      <PageHead
        kicker={
          <Link to="/admin/experiments" className="text-link">
            {shared("tab_experiments")}
          </Link>
        }
        title={experiment.key}
        lede={experiment.hypothesis}
      >
        <p className="mt-2 text-soft">
          {t("summary", {
            state: t(`state_${experiment.state}`),
            phase: experiment.phase,
            traffic: percent(experiment.trafficBp / fullShareBp),
            metric: t(`metric_${experiment.primaryMetric}`),
          })}
        </p>
        <Steps results={results} />
      </PageHead>
      {refusal ? (
        <Notice tone="care" live className="mb-6">
          {refusal.message}
        </Notice>
      ) : null}
      {experiment.state === "draft" ? null : (
        <Notice tone={verdictTones[verdict]} title={t(`verdict_${verdict}`)}>
          {t(`verdict_${verdict}_text`)}
        </Notice>
      )}
      <Split results={results} />
      {results.comparisons.length > 0 ? <Comparisons results={results} /> : null}
      {results.guardrails.length > 0 ? <Guardrails results={results} /> : null}
    </Page>
  );
}

const verdictTones: Record<Results["verdict"], "news" | "good" | "care"> = {
  blocked: "care",
  harmful: "care",
  hold: "care",
  too_early: "news",
  better: "good",
  worse: "care",
  no_difference_yet: "news",
};

const stop = { to: "stop", label: "step_stop", tone: "danger" } as const;
const stepsOf = {
  draft: [{ to: "start", label: "step_start", tone: "river" }],
  running: [{ to: "pause", label: "step_pause", tone: "plain" }, stop],
  paused: [{ to: "start", label: "step_go_on", tone: "river" }, stop],
  stopped: [],
} as const;

function Steps({ results: { experiment } }: Pick<ResultsPageProps, "results">) {
  const t = useWords("adminExperiments");
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="mt-4 flex flex-wrap gap-3">
      <input type="hidden" name="version" value={experiment.version} />
      {stepsOf[experiment.state].map(({ to, label, tone }) => (
        <Button key={to} type="submit" name="step" value={to} tone={tone} aria-disabled={busy}>
          {t(label)}
        </Button>
      ))}
    </Form>
  );
}

function Split({ results }: Pick<ResultsPageProps, "results">) {
  const t = useWords("adminExperiments");
  const { sampleRatio, multipleExposureShare, variants } = results;
  const persons = variants.reduce((sum, each) => sum + each.persons, 0);
  return (
    <Section id="split" title={t("split")} className="mt-8">
      <AdminTable
        caption={t("split_caption")}
        columns={[t("variant"), t("weight"), t("share"), t("people")]}
        numbers={3}
      >
        {variants.map((each, index) => (
          <tr key={each.key}>
            <RowHead>
              {index === 0 && each.key !== "control"
                ? t("is_control", { variant: each.key })
                : each.key}
            </RowHead>
            <Cell number>{percent(each.weightBp / fullShareBp)}</Cell>
            <Cell number>{persons > 0 ? percent(each.persons / persons) : "–"}</Cell>
            <Cell number>{formatCount(each.persons)}</Cell>
          </tr>
        ))}
      </AdminTable>
      <p className="mt-3 text-soft">
        {t(sampleRatio.mismatch ? "ratio_off" : "ratio", {
          p: pValue(sampleRatio.pValue),
          share: percent(multipleExposureShare),
        })}
      </p>
    </Section>
  );
}

function Comparisons({ results }: Pick<ResultsPageProps, "results">) {
  const t = useWords("adminExperiments");
  return (
    <Section id="comparisons" title={t("comparisons")} className="mt-8">
      <AdminTable
        wide
        caption={t("comparisons_caption")}
        columns={[
          t("metric"),
          t("control"),
          t("variant"),
          t("lift"),
          t("lift_interval"),
          t("p_sequence"),
          t("p_adjusted"),
          t("p_fixed"),
          t("chance"),
        ]}
        numbers={8}
      >
        {results.comparisons.map((each) => {
          const value = (mean: number) =>
            metricKinds[each.metric] === "rate" ? percent(mean) : mean.toFixed(3);
          return (
            <tr key={`${each.metric} ${each.variant}`}>
              <RowHead>
                {t(`metric_${each.metric}`)}
                <span className="block font-normal text-soft">{each.variant}</span>
              </RowHead>
              <Cell number>{value(each.controlMean)}</Cell>
              <Cell number>{value(each.mean)}</Cell>
              <Cell number>{signed(each.lift)}</Cell>
              <Cell number>{interval(t, each.liftInterval)}</Cell>
              <Cell number>{each.sequence ? pValue(each.sequence.pValue) : "–"}</Cell>
              <Cell number>{pValue(each.adjustedPValue)}</Cell>
              <Cell number>{each.fixed ? pValue(each.fixed.pValue) : t("not_yet")}</Cell>
              <Cell number>{percent(each.chanceToWin)}</Cell>
            </tr>
          );
        })}
      </AdminTable>
      <p className="mt-3 text-soft">{t("comparisons_note")}</p>
    </Section>
  );
}

function Guardrails({ results }: Pick<ResultsPageProps, "results">) {
  const t = useWords("adminExperiments");
  return (
    <Section id="guardrails" title={t("guardrails")} className="mt-8">
      <AdminTable
        caption={t("guardrails_caption")}
        columns={[t("guardrail"), t("state"), t("limit"), t("bad"), t("all")]}
        numbers={3}
      >
        {results.guardrails.map(({ rail, state, events, persons }) => (
          <tr key={`${rail.metric} ${rail.limit} ${rail.childSafety}`}>
            <RowHead>
              {t(`guardrail_${rail.metric}`)}
              {rail.childSafety ? (
                <span className="block font-normal text-soft">{t("child_safety")}</span>
              ) : null}
            </RowHead>
            <Cell>{t(`rail_${state}`)}</Cell>
            <Cell number>
              {rail.quantile
                ? t("quantile_within", {
                    share: percent(rail.quantile),
                    seconds: rail.limit / 1000,
                  })
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
