/** Joining, one small question at a time; the first one is neutral and gives no hint. */
import { Form, Link, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button } from "#app/ui/button.tsx";
import { ChoiceField, Field } from "#app/ui/field.tsx";
import { Doorway } from "./doorway.tsx";
import type { JoinState, JoinStep } from "./join-step.ts";
import { keepSignInRequest } from "./sign-in-request.ts";

interface JoinPageProps {
  state: JoinState;
  /** The person comes from a finished deck. */
  resultWaits: boolean;
}

const titles: Record<JoinStep, string> = {
  age: "In which year were you born?",
  about: "Nice. And who are you?",
  guardian: "Let us ask a grown-up",
};

const ledes: Record<JoinStep, string> = {
  age: "We ask everybody, so that we can set things up well for you.",
  about: "We make up a nickname for you. Nobody else sees your e-mail address.",
  guardian:
    "Your account needs the yes of a parent or guardian. We send them a mail that explains everything. Until then you can play every deck as a guest.",
};

export function JoinPage({ state, resultWaits }: JoinPageProps) {
  const { step, fields, problem } = state;
  const busy = useNavigation().state === "submitting";
  const form = useRef<HTMLFormElement>(null);
  // A new step begins at its first field, also for those who do not see it change.
  useEffect(() => {
    if (step !== "age")
      form.current?.querySelector<HTMLElement>("input:not([type=hidden])")?.focus();
  }, [step]);
  return (
    <Doorway title={titles[step]} lede={ledes[step]}>
      {resultWaits && step === "age" ? (
        <p className="mb-5 rounded-block bg-leaf-soft px-4 py-3 font-bold text-leaf">
          Your result is safe and waits for you.
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
          {busy
            ? "One moment…"
            : step === "age"
              ? "Go on"
              : step === "about"
                ? "Send me a link"
                : "Ask them"}
        </Button>
      </Form>
      {step === "age" ? (
        <p className="mt-6 text-soft">
          {"Been here before? "}
          <Link to="/sign-in" className="text-link">
            Sign in
          </Link>
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

/** The answers of earlier steps travel with the form. */
function Kept({ fields, step }: { fields: JoinState["fields"]; step: JoinStep }) {
  return Object.entries(fields)
    .filter(([name]) => !asked[step].includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

function AgeField({ year, problem }: { year: string | undefined; problem?: string }) {
  return (
    <Field
      id="birthYear"
      label="Year of birth"
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
  return (
    <>
      <ChoiceField
        name="persona"
        legend="I am a"
        chosen={fields.persona ?? "student"}
        options={[
          { value: "student", label: "Student", hint: "I want to practise." },
          { value: "parent", label: "Parent or guardian", hint: "I care for a student." },
          { value: "tutor", label: "Tutor", hint: "I teach." },
        ]}
      />
      <Field
        id="email"
        type="email"
        label="My e-mail address"
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
  return (
    <Field
      id="guardianEmail"
      type="email"
      label="E-mail address of a parent or guardian"
      autoComplete="off"
      inputMode="email"
      maxLength={254}
      required
      defaultValue={email}
      problem={problem}
    />
  );
}
