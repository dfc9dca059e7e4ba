/** After asking: open the mail, or type its code here. */
import { Form, Link, useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { rich } from "#app/words/rich.tsx";
import { useWords } from "#app/words/use-words.ts";
import { Doorway } from "./doorway.tsx";
import { readSignInRequest, type SignInFields } from "./sign-in-request.ts";

export interface CheckMailOutcome {
  outcome: "wrong_code" | "expired" | "sent_again" | "not_sent";
  message?: string | undefined;
}

interface CheckMailPageProps {
  outcome: CheckMailOutcome | null;
  /** A run on the developer's machine, whose mail goes to a page. */
  local: boolean;
}

export function CheckMailPage({ outcome, local }: CheckMailPageProps) {
  const t = useWords("people");
  const navigation = useNavigation();
  const busy = navigation.state === "submitting" && navigation.formData?.get("step") === "code";
  return (
    <Doorway title={t("check_mail")} lede={t("check_mail_lede")}>
      {outcome ? <OutcomeNotice outcome={outcome} /> : null}
      <Form method="post" className="grid gap-5">
        <input type="hidden" name="step" value="code" />
        <Field
          id="code"
          label={t("code")}
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9]{6}"
          maxLength={6}
          required
          className="text-center font-display font-extrabold text-2xl tracking-[0.4em]"
          problem={outcome?.outcome === "wrong_code" ? t("wrong_code") : undefined}
        />
        <Button type="submit" tone="sun" size="large" wide aria-disabled={busy}>
          {t(busy ? "one_moment" : "sign_in")}
        </Button>
      </Form>
      <Resend />
      {local ? (
        <p className="mt-4 text-soft">
          {rich(t, "local", {
            link: (address: string) => (
              <a href={address} className="text-link">
                {address}
              </a>
            ),
          })}
        </p>
      ) : null}
    </Doorway>
  );
}

function OutcomeNotice({ outcome }: { outcome: CheckMailOutcome }) {
  const t = useWords("people");
  if (outcome.outcome === "sent_again") {
    return (
      <Notice tone="good" live className="mb-5">
        {t("sent_again")}
      </Notice>
    );
  }
  if (outcome.outcome === "wrong_code") return null;
  return (
    <Notice tone="care" live className="mb-5">
      {outcome.message ?? t("code_expired")}
    </Notice>
  );
}

/** With a script: one tap. Without one: the form again. */
function Resend() {
  const t = useWords("people");
  const [fields, setFields] = useState<SignInFields | null>(null);
  useEffect(() => setFields(readSignInRequest()), []);
  return (
    <div className="mt-6 flex flex-wrap items-center gap-x-2 text-soft">
      <p>{t("no_mail")}</p>
      {fields?.email ? (
        <Form method="post">
          <input type="hidden" name="step" value="again" />
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit" className="min-h-11 text-link">
            {t("send_again")}
          </button>
        </Form>
      ) : (
        <Link to="/sign-in" className="inline-flex min-h-11 items-center text-link">
          {t("ask_new")}
        </Link>
      )}
    </div>
  );
}
