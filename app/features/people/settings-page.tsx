/** What a person can see and change about the own account. */
import { Form, useRevalidator } from "@remix-run/react";
import { RefreshCw } from "lucide-react";
import { type ReactNode, useState } from "react";
import { forgetHere } from "#app/offline/forget-here.ts";
import type { Outputs } from "#app/trpc.ts";
import { failureWords, trpc } from "#app/trpc-client.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ChoiceField, Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { formatDay } from "#app/ui/time-format.ts";
import { useToast } from "#app/ui/toast.tsx";

export type Account = Outputs["people"]["account"];

interface SettingsPageProps {
  account: Account;
  theme: "light" | "dark" | null;
  /** Whether single keys are shortcuts. */
  keys: ReactNode;
}

export function SettingsPage({ account, theme, keys }: SettingsPageProps) {
  return (
    <Page width="text">
      <PageHead title="You" lede="Only you see this page." />
      <div className="grid gap-5">
        <AliasCard alias={account.alias} />
        <AccountCard account={account} />
        <SecurityCard />
        <VisibilityCard invisible={account.invisible} />
        <ThemeCard theme={theme} />
        {keys}
        <Form method="post" action="/sign-out" onSubmit={() => forgetHere()} className="mt-2">
          <Button type="submit">Sign out</Button>
        </Form>
      </div>
    </Page>
  );
}

function AliasCard({ alias }: { alias: string }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { revalidate } = useRevalidator();
  const say = useToast();
  const change = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const made = await trpc.people.newAlias.mutate();
      say(`You are now ${made.alias}.`);
      revalidate();
    } catch (error) {
      setProblem(failureWords(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card aria-labelledby="alias" className="flex flex-wrap items-center gap-x-6 gap-y-4">
      <Avatar seed={alias} className="size-24" />
      <div className="min-w-52 grow">
        <h2 id="alias" className="text-head">
          {alias}
        </h2>
        <p className="text-soft">Others see this name and this creature. Nothing else.</p>
        <Button size="small" className="mt-3" onClick={change} aria-disabled={busy}>
          <RefreshCw aria-hidden="true" className={busy ? "animate-spin" : undefined} />
          {busy ? "Picking…" : "Give me another one"}
        </Button>
      </div>
      {problem ? (
        <Notice tone="care" live className="w-full">
          {problem}
        </Notice>
      ) : null}
    </Card>
  );
}

const personaWords = { student: "Student", parent: "Parent or guardian", tutor: "Tutor" };

function AccountCard({ account }: { account: Account }) {
  return (
    <Card aria-labelledby="account">
      <h2 id="account" className="text-head">
        Your account
      </h2>
      <dl className="mt-3 divide-y divide-line">
        {account.minor && account.name ? <Row name="Name">{account.name}</Row> : null}
        <Row name="E-mail">{account.email}</Row>
        <Row name="I am a">{personaWords[account.persona]}</Row>
        <Row name="Here since">{formatDay(account.joinedAt)}</Row>
        {account.minor ? <Row name="Guardian">{guardianWords(account)}</Row> : null}
      </dl>
      {account.minor ? null : <NameForm name={account.name} />}
    </Card>
  );
}

/** For grown-ups; a minor's guardian gives the name. */
function NameForm({ name }: { name: string | null }) {
  return (
    <Form method="post" className="mt-3 grid gap-3 border-line border-t pt-5">
      <input type="hidden" name="about" value="name" />
      <Field
        id="name"
        label="Your name, if you like"
        hint="Only you and the tutors of your study groups see it."
        defaultValue={name ?? ""}
        maxLength={60}
        autoComplete="name"
      />
      <Button type="submit" className="justify-self-start">
        Keep it so
      </Button>
    </Form>
  );
}

function guardianWords(account: Account): string {
  if (account.guardianState === "pending") return "We are waiting for the answer.";
  const share = account.shareConsent
    ? "You may share links outside."
    : "Links that leave Vel Tutor need a grown-up's yes.";
  return account.guardianState === "consented" ? `Has said yes. ${share}` : share;
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-6 py-3">
      <dt className="text-soft">{name}</dt>
      <dd className="break-all font-bold">{children}</dd>
    </div>
  );
}

function SecurityCard() {
  return (
    <Card aria-labelledby="security" className="flex flex-wrap items-center gap-x-6 gap-y-4">
      <div className="min-w-52 grow">
        <h2 id="security" className="text-head">
          Signing in
        </h2>
        <p className="text-soft">Passkeys, and where you are signed in.</p>
      </div>
      <ButtonLink to="/settings/security" size="small">
        Have a look
      </ButtonLink>
    </Card>
  );
}

function VisibilityCard({ invisible }: { invisible: boolean }) {
  return (
    <Card>
      <Form method="post" className="grid gap-4">
        <input type="hidden" name="about" value="visibility" />
        <ChoiceField
          name="visibility"
          legend="When I am here"
          chosen={invisible ? "invisible" : "visible"}
          options={[
            { value: "visible", label: "Others may see that I am here" },
            {
              value: "invisible",
              label: "Invisible",
              hint: "You see who is here, and nobody sees you. You are not counted.",
            },
          ]}
        />
        <Button type="submit" className="justify-self-start">
          Keep it so
        </Button>
      </Form>
    </Card>
  );
}

function ThemeCard({ theme }: { theme: SettingsPageProps["theme"] }) {
  return (
    <Card>
      <Form
        method="post"
        onChange={(event) => {
          const chosen = new FormData(event.currentTarget).get("theme");
          const dark =
            chosen === "dark" ||
            (chosen === "device" && matchMedia("(prefers-color-scheme: dark)").matches);
          document.documentElement.classList.toggle("dark", dark);
        }}
        className="grid gap-4"
      >
        <ChoiceField
          name="theme"
          legend="Light or dark"
          chosen={theme ?? "device"}
          options={[
            { value: "device", label: "Like my device" },
            { value: "light", label: "Light" },
            { value: "dark", label: "Dark" },
          ]}
        />
        <Button type="submit" className="justify-self-start">
          Keep it so
        </Button>
      </Form>
    </Card>
  );
}
