/** Blocking an account, for admins: found by its address, which is not kept in any log. */
import { Form, useNavigation } from "@remix-run/react";
import type { Outputs } from "#app/trpc.ts";
import { AdminTable, Cell, RowHead } from "#app/ui/admin-table.tsx";
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
  const t = useWords("adminPeople");
  const shared = useWords("admin");
  const busy = useNavigation().state !== "idle";
  return (
    <Page>
      <PageHead kicker={shared("kicker")} title={shared("tab_people")} lede={t("block_lede")} />
      {done?.alias ? (
        <Notice live tone="good" className="mb-6 max-w-2xl">
          {t(done.blocked ? "block_done" : "block_lifted", { alias: done.alias })}
        </Notice>
      ) : null}
      <Card className="max-w-2xl">
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
              {t("lift")}
            </Button>
          </div>
        </Form>
      </Card>
      <Section id="blocked" title={t("blocked_now")} className="mt-10">
        {items.length === 0 ? (
          <EmptyState title={t("blocked_empty_title")} text={t("blocked_empty_text")} />
        ) : (
          <BlockedTable items={items} />
        )}
      </Section>
    </Page>
  );
}

function BlockedTable({ items }: Pick<BlockPageProps, "items">) {
  const t = useWords("adminPeople");
  return (
    <AdminTable caption={t("blocked_now")} columns={[t("alias"), t("blocked_since")]} numbers={1}>
      {items.map(({ alias, blockedAt }) => (
        <tr key={alias}>
          <RowHead>{alias}</RowHead>
          <Cell number>{formatDay(blockedAt)}</Cell>
        </tr>
      ))}
    </AdminTable>
  );
}
