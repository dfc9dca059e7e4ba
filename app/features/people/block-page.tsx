/** Blocking an account, for admins: found by its address, which is not kept in any log. */
import { Form, useNavigation } from "@remix-run/react";
import type { Outputs } from "#app/trpc.ts";
import { Button } from "#app/ui/button.tsx";
import { Card, Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { formatDay } from "#app/ui/time-format.ts";
import { useWords } from "#app/words/use-words.ts";

interface BlockPageProps {
  items: Outputs["people"]["blocked"]["items"];
  done: { alias: string | null; blocked: boolean; problem: string | null } | null;
}

export function BlockPage({ items, done }: BlockPageProps) {
  const t = useWords("blocking");
  const busy = useNavigation().state !== "idle";
  return (
    <Page width="text">
      <PageHead kicker={t("kicker")} title={t("title")} lede={t("lede")} />
      {done?.alias ? (
        <Notice live tone="good" className="mb-6">
          {t(done.blocked ? "is_blocked" : "is_free", { alias: done.alias })}
        </Notice>
      ) : null}
      <Card>
        <Form method="post" className="grid gap-5">
          <Field
            id="email"
            label={t("email")}
            type="email"
            autoComplete="off"
            required
            problem={done?.problem ?? undefined}
          />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" name="deed" value="block" tone="danger" aria-disabled={busy}>
              {t("block")}
            </Button>
            <Button type="submit" name="deed" value="unblock" aria-disabled={busy}>
              {t("unblock")}
            </Button>
          </div>
        </Form>
      </Card>
      <Section id="blocked" title={t("now")} className="mt-10">
        {items.length === 0 ? (
          <EmptyState title={t("none")} text={t("none_text")} />
        ) : (
          <ul className="divide-y divide-line overflow-hidden rounded-stone border border-line bg-card">
            {items.map(({ alias, blockedAt }) => (
              <li key={alias} className="flex flex-wrap justify-between gap-x-4 px-5 py-3">
                <strong>{alias}</strong>
                <span className="text-soft">
                  {t("since", { day: formatDay(blockedAt, t.locale) })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}
