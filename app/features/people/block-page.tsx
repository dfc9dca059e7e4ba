/** Blocking an account, for admins: found by its address, which is not kept in any log. */
import { Form, useNavigation } from "@remix-run/react";
import type { Outputs } from "#app/trpc.ts";
import { Button } from "#app/ui/button.tsx";
import { Card, Section } from "#app/ui/card.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { formatDay } from "#app/ui/time-format.ts";

interface BlockPageProps {
  items: Outputs["people"]["blocked"]["items"];
  done: { alias: string | null; blocked: boolean; problem: string | null } | null;
}

export function BlockPage({ items, done }: BlockPageProps) {
  const busy = useNavigation().state !== "idle";
  return (
    <Page width="text">
      <PageHead
        kicker="Admin"
        title="People"
        lede="A blocked account is signed out everywhere, cannot sign in, and nobody is credited with or for it."
      />
      {done?.alias ? (
        <Notice live tone="good" className="mb-6">
          {done.blocked ? `${done.alias} is blocked.` : `${done.alias} may sign in again.`}
        </Notice>
      ) : null}
      <Card>
        <Form method="post" className="grid gap-5">
          <Field
            id="email"
            label="E-mail address of the account"
            type="email"
            autoComplete="off"
            required
            problem={done?.problem ?? undefined}
          />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" name="deed" value="block" tone="danger" aria-disabled={busy}>
              Block
            </Button>
            <Button type="submit" name="deed" value="unblock" aria-disabled={busy}>
              Lift the block
            </Button>
          </div>
        </Form>
      </Card>
      <Section id="blocked" title="Blocked now" className="mt-10">
        {items.length === 0 ? (
          <p className="text-soft">Nobody.</p>
        ) : (
          <ul className="divide-y divide-line overflow-hidden rounded-stone border border-line bg-card">
            {items.map(({ alias, blockedAt }) => (
              <li key={alias} className="flex flex-wrap justify-between gap-x-4 px-5 py-3">
                <strong>{alias}</strong>
                <span className="text-soft">{`since ${formatDay(blockedAt)}`}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}
