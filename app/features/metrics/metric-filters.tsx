/** The filters of the metrics page: links for the short lists, a plain form for the others. */
import { Form, Link } from "@remix-run/react";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import { useWords } from "#app/words/use-words.ts";
import { loops, subjects } from "#shared/vocabulary.ts";
import { type Filters, filterAddress, intakePersonas, windows } from "./read-filters.ts";

export function MetricFilters({ filters, variants }: { filters: Filters; variants: string[] }) {
  const t = useWords("adminMetrics");
  const shared = useWords("admin");
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-x-8 gap-y-4">
        <Filter label={t("filter_window")}>
          {windows.map((days) => (
            <FilterLink
              key={days}
              to={filterAddress(filters, { windowDays: days })}
              on={days === filters.windowDays}
            >
              {t("days", { count: days })}
            </FilterLink>
          ))}
        </Filter>
        <Filter label={t("filter_loop")}>
          <FilterLink to={filterAddress(filters, { loop: undefined })} on={!filters.loop}>
            {shared("all")}
          </FilterLink>
          {loops.map((loop) => (
            <FilterLink key={loop} to={filterAddress(filters, { loop })} on={loop === filters.loop}>
              {shared(`loop_${loop}`)}
            </FilterLink>
          ))}
        </Filter>
      </div>
      <PeopleFilters filters={filters} variants={variants} />
    </div>
  );
}

/** Works without JavaScript: a form that asks for the page's address. */
function PeopleFilters({ filters, variants }: { filters: Filters; variants: string[] }) {
  const t = useWords("adminMetrics");
  const shared = useWords("admin");
  const { windowDays, loop, variant } = filters;
  const choices = variant && !variants.includes(variant) ? [variant, ...variants] : variants;
  return (
    <Form method="get" className="flex flex-wrap items-end gap-3" key={filterAddress(filters)}>
      <input type="hidden" name="window" value={windowDays} />
      {loop ? <input type="hidden" name="loop" value={loop} /> : null}
      <Select name="persona" label={t("filter_persona")} value={filters.persona}>
        {intakePersonas.map((one) => (
          <option key={one} value={one}>
            {t(`persona_${one}`)}
          </option>
        ))}
      </Select>
      <Select name="subject" label={t("filter_subject")} value={filters.subject}>
        {subjects.map((one) => (
          <option key={one} value={one}>
            {shared(`subject_${one}`)}
          </option>
        ))}
      </Select>
      <Select name="variant" label={t("filter_variant")} value={variant}>
        {choices.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </Select>
      <DayField name="from" label={t("filter_from")} value={filters.from} />
      <DayField name="to" label={t("filter_to")} value={filters.to} />
      <button
        type="submit"
        className="min-h-11 rounded-control bg-river px-5 font-bold text-on-river"
      >
        {shared("show")}
      </button>
    </Form>
  );
}

const field = "mt-1 block min-h-11 rounded-control border border-line-strong bg-card px-3 text-ink";

function Select(props: {
  name: string;
  label: string;
  value: string | undefined;
  children: ReactNode;
}) {
  const shared = useWords("admin");
  return (
    <label className="font-bold text-[0.9375rem] text-soft">
      {props.label}
      <select name={props.name} defaultValue={props.value ?? ""} className={field}>
        <option value="">{shared("all")}</option>
        {props.children}
      </select>
    </label>
  );
}

function DayField({
  name,
  label,
  value,
}: {
  name: string;
  label: string;
  value?: string | undefined;
}) {
  return (
    <label className="font-bold text-[0.9375rem] text-soft">
      {label}
      <input type="date" name={name} defaultValue={value ?? ""} className={field} />
    </label>
  );
}

function Filter({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label}>
      <p className="mb-1 font-bold text-[0.9375rem] text-soft">{label}</p>
      <div className="flex flex-wrap gap-1 rounded-block bg-well p-1">{children}</div>
    </nav>
  );
}

function FilterLink({ to, on, children }: { to: string; on: boolean; children: ReactNode }) {
  return (
    <Link
      to={to}
      preventScrollReset
      aria-current={on ? "true" : undefined}
      className={clsx(
        "inline-flex min-h-11 items-center rounded-control px-3.5 font-bold",
        on
          ? "bg-card text-river shadow-[0_1px_3px_rgb(0_0_0/0.18)] dark:bg-river-soft"
          : "text-soft hover:text-ink",
      )}
    >
      {children}
    </Link>
  );
}
