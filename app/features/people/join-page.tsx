/** Joining, one small question at a time; the first one is neutral and gives no hint. */
import { Form, Link, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button } from "#app/ui/button.tsx";
import { ChoiceField, Field } from "#app/ui/field.tsx";
import { rich } from "#app/words/rich.tsx";
import { useWords } from "#app/words/use-words.ts";
import { personas } from "#shared/vocabulary.ts";
import { Doorway } from "./doorway.tsx";
import type { JoinState, JoinStep } from "./join-step.ts";
import { keepSignInRequest } from "./sign-in-request.ts";

interface JoinPageProps {
  state: JoinState;
  /** The person comes from a finished deck. */
  resultWaits: boolean;
}

export function JoinPage({ state, resultWaits }: JoinPageProps) {
  const t = useWords("people");
  const { step, fields, problem } = state;
  const busy = useNavigation().state === "submitting";
  const form = useRef<HTMLFormElement>(null);
  // A new step begins at its first field, also for those who do not see it change.
  useEffect(() => {
    if (step !== "age")
      form.current?.querySelector<HTMLElement>("input:not([type=hidden])")?.focus();
  }, [step]);
  return (
    <Doorway title={t(`join_title_${step}`)} lede={t(`join_lede_${step}`)}>
      {resultWaits && step === "age" ? (
        <p className="mb-5 rounded-block bg-leaf-soft px-4 py-3 font-bold text-leaf">
          {t("result_waits")}
        </p>
      ) : null}
      <Form
        ref={form}
        method="post"
        key={step}
        className="grid gap-6"
        onSubmit={(event) => keepSignInRequest(event.currentTarget)}
      >
        <input type="hidden" name="step" value={step} />
        <Kept fields={fields} step={step} />
        {step === "age" ? (
          <AgeField {...(problem ? { problem } : {})} year={fields.birthYear} />
        ) : null}
        {step === "about" ? (
          <AboutFields {...(problem ? { problem } : {})} fields={fields} />
        ) : null}
        {step === "guardian" ? (
          <GuardianField {...(problem ? { problem } : {})} email={fields.guardianEmail} />
        ) : null}
        <Button type="submit" tone="sun" size="large" wide aria-disabled={busy}>
          {t(busy ? "one_moment" : deeds[step])}
        </Button>
      </Form>
      {step === "age" ? (
        <p className="mt-6 text-soft">
          {rich(t, "been_here", {
            link: (words: string) => (
              <Link to="/sign-in" className="text-link">
                {words}
              </Link>
            ),
          })}
        </p>
      ) : null}
    </Doorway>
  );
}

const asked: Record<JoinStep, readonly string[]> = {
  age: ["birthYear"],
  about: ["persona", "email"],
  guardian: ["guardianEmail"],
};

const deeds = { age: "go_on", about: "send_link", guardian: "ask_them" } as const;

/** The answers of earlier steps travel with the form. */
function Kept({ fields, step }: { fields: JoinState["fields"]; step: JoinStep }) {
  return Object.entries(fields)
    .filter(([name]) => !asked[step].includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

function AgeField({ year, problem }: { year: string | undefined; problem?: string }) {
  const t = useWords("people");
  return (
    <Field
      id="birthYear"
      label={t("year_of_birth")}
      inputMode="numeric"
      autoComplete="bday-year"
      pattern="[0-9]{4}"
      maxLength={4}
      required
      defaultValue={year}
      problem={problem}
      className="max-w-40 text-center font-display font-extrabold text-2xl tracking-widest"
    />
  );
}

function AboutFields({ fields, problem }: { fields: JoinState["fields"]; problem?: string }) {
  const t = useWords("people");
  return (
    <>
      <ChoiceField
        name="persona"
        legend={t("i_am")}
        chosen={fields.persona ?? "student"}
        options={personas.map((value) => ({
          value,
          label: t(`persona_${value}`),
          hint: t(`persona_${value}_hint`),
        }))}
      />
      <Field
        id="email"
        type="email"
        label={t("my_email")}
        autoComplete="email"
        inputMode="email"
        maxLength={254}
        required
        defaultValue={fields.email}
        problem={problem}
      />
    </>
  );
}

function GuardianField({ email, problem }: { email: string | undefined; problem?: string }) {
  const t = useWords("people");
  return (
    <Field
      id="guardianEmail"
      type="email"
      label={t("guardian_email")}
      autoComplete="off"
      inputMode="email"
      maxLength={254}
      required
      defaultValue={email}
      problem={problem}
    />
  );
}
