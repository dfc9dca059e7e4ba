/** Flags for admins: the loops with their switches, and all others. */
import { Form, useNavigation } from "@remix-run/react";
import type { Outputs, Refusal } from "#app/trpc.ts";
import { AdminTable, Cell, RowHead } from "#app/ui/admin-table.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card, Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { formatMoment } from "#app/ui/time-format.ts";
import type { Words } from "#app/words/say.ts";
import { useWords } from "#app/words/use-words.ts";
import { fullShareBp, loopFlagKey } from "#shared/experiments.ts";
import { loops } from "#shared/vocabulary.ts";
import { type Loaded, percent } from "./experiment-figures.ts";
import { PercentField } from "./percent-field.tsx";

type Flag = Loaded<Outputs["flags"]["list"]>["flags"][number];

interface FlagsPageProps {
  flags: readonly Flag[];
  refusal: Refusal | null;
}

export function FlagsPage({ flags, refusal }: FlagsPageProps) {
  const t = useWords("adminExperiments");
  const shared = useWords("admin");
  const loopKeys = loops.map((loop) => ({ name: shared(`loop_${loop}`), key: loopFlagKey(loop) }));
  const isLoop = (key: string) => loopKeys.some((loop) => loop.key === key);
  const others = flags.filter(({ key }) => !isLoop(key));
  return (
    <Page>
      <PageHead kicker={shared("kicker")} title={shared("tab_flags")} lede={t("flags_lede")} />
      {refusal ? (
        <Notice tone="care" live className="mb-6">
          {refusal.message}
        </Notice>
      ) : null}
      <FlagTable
        caption={t("flags_loops")}
        rows={loopKeys.map(({ name, key }) => ({
          name,
          flagKey: key,
          flag: flags.find((each) => each.key === key) ?? null,
        }))}
      />
      <Section id="others" title={t("flags_others")} className="mt-10">
        {others.length > 0 ? (
          <FlagTable
            caption={t("flags_others")}
            rows={others.map((flag) => ({ name: flag.key, flagKey: flag.key, flag }))}
          />
        ) : (
          <EmptyState title={t("flags_empty_title")} text={t("flags_empty_text")} />
        )}
      </Section>
      <Section id="new" title={t("flags_new")} className="mt-10">
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
  const t = useWords("adminExperiments");
  return (
    <AdminTable caption={caption} columns={[t("flag"), t("state"), t("switch"), t("rules")]}>
      {rows.map((row) => (
        <tr key={row.flagKey}>
          <RowHead>
            {row.name}
            <span className="block max-w-60 font-normal text-soft">
              {row.flag?.description ?? t("turns_loop_off")}
            </span>
          </RowHead>
          <Cell>{stateWords(t, row.flag)}</Cell>
          <Cell>
            <Switch {...row} />
          </Cell>
          <Cell>{rulesWords(t, row.flag)}</Cell>
        </tr>
      ))}
    </AdminTable>
  );
}

function stateWords(t: Words<"adminExperiments">, flag: Flag | null): string {
  if (flag?.killedAt) {
    const reason = flag.killReason ?? t("no_reason");
    return t("off_since", { when: formatMoment(flag.killedAt), reason });
  }
  return flag && !flag.enabled ? t("off") : t("on");
}

function rulesWords(t: Words<"adminExperiments">, flag: Flag | null): string {
  if (!flag || flag.rules.length === 0) {
    return t("for_all", { value: String(flag?.defaultValue ?? true) });
  }
  const rules = flag.rules.map(({ value, percentBp }) =>
    t("for_share", { value: String(value), share: percent(percentBp / fullShareBp) }),
  );
  return [...rules, t("else_value", { value: String(flag.defaultValue) })].join("; ");
}

function Switch({ name, flagKey, flag }: FlagRow) {
  const t = useWords("adminExperiments");
  const busy = useNavigation().state !== "idle";
  const on = !flag?.killedAt && flag?.enabled !== false;
  return (
    <Form method="post" className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="key" value={flagKey} />
      {on ? (
        <>
          <input
            name="reason"
            aria-label={t("why_off", { flag: name })}
            placeholder={t("why")}
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
            aria-label={t("turn_off_flag", { flag: name })}
          >
            {t("turn_off")}
          </Button>
        </>
      ) : (
        <Button
          type="submit"
          name="step"
          value="revive"
          size="small"
          aria-disabled={busy}
          aria-label={t("turn_on_flag", { flag: name })}
        >
          {t("turn_on")}
        </Button>
      )}
    </Form>
  );
}

function NewFlag() {
  const t = useWords("adminExperiments");
  const busy = useNavigation().state !== "idle";
  return (
    <Card>
      <Form method="post" className="grid items-end gap-5 sm:grid-cols-2">
        <Field
          id="key"
          label={t("key")}
          hint={t("flag_key_hint")}
          required
          pattern="[a-z][a-z0-9._\-]{1,59}"
        />
        <PercentField id="percent" label={t("flag_share")} required defaultValue={0} />
        <div className="sm:col-span-2">
          <Field
            id="description"
            label={t("flag_description")}
            required
            minLength={3}
            maxLength={300}
          />
        </div>
        <div>
          <Button type="submit" name="step" value="create" tone="river" aria-disabled={busy}>
            {t("make_flag")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
