/** What a person can see and change about the own account. */
import { Form, Link, useNavigation } from "@remix-run/react";
import { RefreshCw } from "lucide-react";
import type { ReactNode } from "react";
import { forgetHere } from "#app/offline/forget-here.ts";
import type { Outputs } from "#app/trpc.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Field } from "#app/ui/field.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { formatDay } from "#app/ui/time-format.ts";
import { useAwake } from "#app/ui/use-awake.ts";
import type { Words } from "#app/words/say.ts";
import { useWords } from "#app/words/use-words.ts";
import { ChoicesCard, type ChoicesCardProps } from "./choices-card.tsx";

export type Account = Outputs["people"]["account"];

interface SettingsPageProps extends Omit<ChoicesCardProps, "invisible"> {
  account: Account;
}

export function SettingsPage({ account, ...choices }: SettingsPageProps) {
  const t = useWords("account");
  const s = useWords("shell");
  return (
    <Page>
      <PageHead title={t("title")} lede={t("lede")}>
        <Link to="/inbox" className="mt-2 inline-flex min-h-11 items-center text-link">
          {s("inbox")}
        </Link>
      </PageHead>
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
        <div className="grid gap-5">
          <AliasCard alias={account.alias} />
          <AccountCard account={account} />
          <SecurityCard />
        </div>
        <ChoicesCard invisible={account.invisible} {...choices} />
      </div>
    </Page>
  );
}

function AliasCard({ alias }: { alias: string }) {
  const t = useWords("account");
  const busy = useNavigation().formData?.get("about") === "alias";
  const awake = useAwake();
  return (
    <Card aria-labelledby="alias" className="flex flex-wrap items-center gap-x-6 gap-y-4">
      <Avatar seed={alias} className="size-24" />
      <div className="min-w-44 flex-1">
        <h2 id="alias" className="text-head">
          {alias}
        </h2>
        <p className="text-soft">{t("alias_text")}</p>
        <Form method="post" className="mt-3">
          <input type="hidden" name="about" value="alias" />
          {awake ? <input type="hidden" name="awake" value="yes" /> : null}
          <Button type="submit" size="small" aria-disabled={busy}>
            <RefreshCw aria-hidden="true" className={busy ? "animate-spin" : undefined} />
            {t(busy ? "picking" : "another")}
          </Button>
        </Form>
      </div>
    </Card>
  );
}

function AccountCard({ account }: { account: Account }) {
  const t = useWords("account");
  return (
    <Card aria-labelledby="account">
      <h2 id="account" className="text-head">
        {t("yours")}
      </h2>
      <dl className="mt-3 divide-y divide-line">
        {account.minor && account.name ? <Row name={t("name")}>{account.name}</Row> : null}
        <Row name={t("email")}>{account.email}</Row>
        <Row name={t("i_am")}>{t(`persona_${account.persona}`)}</Row>
        <Row name={t("since")}>{formatDay(account.joinedAt, t.locale)}</Row>
        {account.minor ? <Row name={t("guardian")}>{guardianWords(t, account)}</Row> : null}
      </dl>
      {account.minor ? null : <NameForm name={account.name} />}
    </Card>
  );
}

/** For grown-ups; a minor's guardian gives the name. */
function NameForm({ name }: { name: string | null }) {
  const t = useWords("account");
  return (
    <Form method="post" className="mt-3 grid gap-3 border-line border-t pt-5">
      <input type="hidden" name="about" value="name" />
      <Field
        id="name"
        label={t("your_name")}
        hint={t("your_name_hint")}
        defaultValue={name ?? ""}
        maxLength={60}
        autoComplete="name"
      />
      <Button type="submit" className="justify-self-start">
        {t("keep_name")}
      </Button>
    </Form>
  );
}

function guardianWords(t: Words<"account">, account: Account): string {
  if (account.guardianState === "pending") return t("guardian_pending");
  const share = t(account.shareConsent ? "may_share" : "needs_yes");
  return account.guardianState === "consented" ? `${t("guardian_yes")} ${share}` : share;
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-6 py-3">
      <dt className="text-soft">{name}</dt>
      <dd className="wrap-anywhere font-bold">{children}</dd>
    </div>
  );
}

/** Getting in, and getting out. */
function SecurityCard() {
  const t = useWords("account");
  return (
    <Card aria-labelledby="security">
      <h2 id="security" className="text-head">
        {t("signing_in")}
      </h2>
      <p className="text-soft">{t("signing_in_text")}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        <ButtonLink to="/settings/security" size="small">
          {t("look")}
        </ButtonLink>
        <Form method="post" action="/sign-out" onSubmit={() => forgetHere()}>
          <Button type="submit" size="small">
            {t("sign_out")}
          </Button>
        </Form>
      </div>
    </Card>
  );
}
