/** Setting up an authenticator app, its recovery codes, and turning it off. */
import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Outputs } from "#app/trpc.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CopyField } from "#app/ui/copy-field.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import QrCode from "#app/ui/qr-code.tsx";
import { useWords } from "#app/words/use-words.ts";
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
  const t = useWords("security");
  return (
    <Page className="lg:grid lg:grid-cols-[1fr_1.25fr] lg:items-start lg:gap-x-12">
      <PageHead title={t("factor")} lede={t("factor_lede")} />
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
  const t = useWords("security");
  const busy = useBusy();
  return (
    <Form method="post">
      <input type="hidden" name="deed" value="start" />
      <h2 className="text-head">{t(required ? "needed" : "not_yet")}</h2>
      <p className="mt-1 mb-4 text-soft">{t("have_app")}</p>
      <Button type="submit" tone="sun" aria-disabled={busy}>
        {t(busy ? "one_moment" : "set_up")}
      </Button>
    </Form>
  );
}

function Scan({ secret, uri, problem }: { secret: string; uri: string; problem?: string }) {
  const t = useWords("security");
  const busy = useBusy();
  const groups = secret.match(/.{1,4}/g) ?? [secret];
  return (
    <Form method="post" className="grid gap-5">
      <input type="hidden" name="deed" value="confirm" />
      <input type="hidden" name="secret" value={secret} />
      <input type="hidden" name="uri" value={uri} />
      <div>
        <h2 className="text-head">{t("scan")}</h2>
        <QrCode text={uri} label={t("qr")} />
        <p className="mt-4 text-soft">{t("type_key")}</p>
        <code className="mt-1 grid w-fit grid-cols-4 gap-x-4 gap-y-1 font-bold">
          {groups.map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place in the key.
            <span key={index}>{`${group} `}</span>
          ))}
        </code>
      </div>
      <CodeField label={t("code_now")} problem={problem} />
      <Button type="submit" tone="sun" className="justify-self-start" aria-disabled={busy}>
        {t(busy ? "one_moment" : "turn_on")}
      </Button>
    </Form>
  );
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  const t = useWords("security");
  return (
    <div className="grid gap-5">
      <div>
        <h2 className="text-head">{t("codes_title")}</h2>
        <p className="mt-1 text-soft">{t("codes_text")}</p>
      </div>
      <CopyField label={t("codes")} value={codes.join("\n")} rows={codes.length} />
      <ButtonLink to="/admin" tone="sun" className="justify-self-start">
        {t("codes_kept")}
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
  const t = useWords("security");
  const busy = useBusy();
  return (
    <Form method="post" className="grid gap-5">
      <input type="hidden" name="deed" value="revoke" />
      <div>
        <h2 className="text-head">{t("is_on")}</h2>
        <p className="mt-1 text-soft">{t("is_on_text", { count: view.recoveryCodesLeft })}</p>
      </div>
      <CodeField label={t("code_or_recovery")} problem={problem} />
      <Button type="submit" tone="danger" className="justify-self-start" aria-disabled={busy}>
        {t("turn_off")}
      </Button>
    </Form>
  );
}
