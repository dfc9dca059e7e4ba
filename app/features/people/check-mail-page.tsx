/** After asking: open the mail, or type its code here. */
import { Form, Link, useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
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
  const navigation = useNavigation();
  const busy = navigation.state === "submitting" && navigation.formData?.get("step") === "code";
  return (
    <Doorway
      title="Look into your mail"
      lede="We sent you a link and a 6-digit code. The link works anywhere, the code only in this browser, both for 15 minutes."
    >
      {outcome ? <OutcomeNotice outcome={outcome} /> : null}
      <Form method="post" className="grid gap-5">
        <input type="hidden" name="step" value="code" />
        <Field
          id="code"
          label="The code from the mail"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9]{6}"
          maxLength={6}
          required
          className="text-center font-display font-extrabold text-2xl tracking-[0.4em]"
          problem={
            outcome?.outcome === "wrong_code"
              ? "That is not the code of the newest mail. Have another look."
              : undefined
          }
        />
        <Button type="submit" tone="sun" size="large" wide aria-disabled={busy}>
          {busy ? "One moment…" : "Sign in"}
        </Button>
      </Form>
      <Resend />
      {local ? (
        <p className="mt-4 text-soft">
          {"This is a local run. Your mail is at "}
          <a href="/dev/mail" className="text-link">
            /dev/mail
          </a>
        </p>
      ) : null}
    </Doorway>
  );
}

function OutcomeNotice({ outcome }: { outcome: CheckMailOutcome }) {
  if (outcome.outcome === "sent_again") {
    return (
      <Notice tone="good" live className="mb-5">
        A new mail is on its way. Only its code counts now.
      </Notice>
    );
  }
  if (outcome.outcome === "wrong_code") return null;
  return (
    <Notice tone="care" live className="mb-5">
      {outcome.message ?? "That code has run out. Ask for a new mail below."}
    </Notice>
  );
}

/** With a script: one tap. Without one: the form again. */
function Resend() {
  const [fields, setFields] = useState<SignInFields | null>(null);
  useEffect(() => setFields(readSignInRequest()), []);
  return (
    <div className="mt-6 flex flex-wrap items-center gap-x-2 text-soft">
      <p>No mail after a minute? Look into the spam folder, or</p>
      {fields?.email ? (
        <Form method="post">
          <input type="hidden" name="step" value="again" />
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit" className="min-h-11 text-link">
            send it again
          </button>
        </Form>
      ) : (
        <Link to="/sign-in" className="inline-flex min-h-11 items-center text-link">
          ask for a new one
        </Link>
      )}
    </div>
  );
}
