/** Setting up an authenticator app, its recovery codes, and turning it off. */
import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Outputs } from "#app/trpc.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CopyField } from "#app/ui/copy-field.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import QrCode from "#app/ui/qr-code.tsx";
import { CodeField } from "./code-field.tsx";

/** What the last button led to. */
export type FactorStep =
  | { step: "scan"; secret: string; uri: string; problem?: string }
  | { step: "codes"; recoveryCodes: string[] }
  | { step: "on"; problem: string }
  | { step: "off" };

interface SecondFactorPageProps {
  view: Outputs["security"]["secondFactor"];
  step: FactorStep | null;
}

export function SecondFactorPage({ view, step }: SecondFactorPageProps) {
  return (
    <Page width="text">
      <PageHead
        title="Code from an app"
        lede="An app on your phone shows a new code every half minute. The admin pages ask for it once after you sign in."
      />
      <Card>{contentOf(view, step)}</Card>
    </Page>
  );
}

function contentOf(view: SecondFactorPageProps["view"], step: FactorStep | null): ReactNode {
  if (step?.step === "codes") return <RecoveryCodes codes={step.recoveryCodes} />;
  if (view.state !== "off") {
    return <TurnOff view={view} problem={step?.step === "on" ? step.problem : undefined} />;
  }
  return step?.step === "scan" ? <Scan {...step} /> : <Begin required={view.required} />;
}

function useBusy(): boolean {
  return useNavigation().state !== "idle";
}

function Begin({ required }: { required: boolean }) {
  const busy = useBusy();
  return (
    <Form method="post">
      <input type="hidden" name="deed" value="start" />
      <h2 className="text-head">{required ? "Needed for the admin pages" : "Not set up yet"}</h2>
      <p className="mt-1 mb-4 text-soft">
        Have an authenticator app ready, such as the one built into your phone's passwords.
      </p>
      <Button type="submit" tone="sun" aria-disabled={busy}>
        {busy ? "One moment…" : "Set it up"}
      </Button>
    </Form>
  );
}

function Scan({ secret, uri, problem }: { secret: string; uri: string; problem?: string }) {
  const busy = useBusy();
  const spaced = secret.match(/.{1,4}/g)?.join(" ") ?? secret;
  return (
    <Form method="post" className="grid gap-5">
      <input type="hidden" name="deed" value="confirm" />
      <input type="hidden" name="secret" value={secret} />
      <input type="hidden" name="uri" value={uri} />
      <div>
        <h2 className="text-head">Scan this with the app</h2>
        <QrCode text={uri} label="QR code for your authenticator app" />
        <p className="mt-4 text-soft">Or type this key into it:</p>
        <p className="break-words font-bold">
          <code>{spaced}</code>
        </p>
      </div>
      <CodeField label="The code that the app shows now" problem={problem} />
      <Button type="submit" tone="sun" className="justify-self-start" aria-disabled={busy}>
        {busy ? "One moment…" : "Turn it on"}
      </Button>
    </Form>
  );
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  return (
    <div className="grid gap-5">
      <div>
        <h2 className="text-head">It is on. Keep these codes</h2>
        <p className="mt-1 text-soft">
          Each stands in for the app once, should your phone be lost. They are shown only now.
        </p>
      </div>
      <CopyField label="Recovery codes" value={codes.join("\n")} rows={codes.length} />
      <ButtonLink to="/admin" tone="sun" className="justify-self-start">
        I have kept them
      </ButtonLink>
    </div>
  );
}

function TurnOff({
  view,
  problem,
}: {
  view: SecondFactorPageProps["view"];
  problem: string | undefined;
}) {
  const busy = useBusy();
  return (
    <Form method="post" className="grid gap-5">
      <input type="hidden" name="deed" value="revoke" />
      <div>
        <h2 className="text-head">It is on</h2>
        <p className="mt-1 text-soft">
          {`Recovery codes left: ${view.recoveryCodesLeft}. For another phone or new codes, turn it off and set it up again.`}
        </p>
      </div>
      <CodeField label="A code of the app, or a recovery code" problem={problem} />
      <Button type="submit" tone="danger" className="justify-self-start" aria-disabled={busy}>
        Turn it off
      </Button>
    </Form>
  );
}
