/** Why a minor's links stay inside, and the way to ask a guardian. */
import { Form, useNavigation } from "@remix-run/react";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Doorway } from "./doorway.tsx";

interface AskGuardianPageProps {
  allowed: boolean;
  done: {
    state: "asked" | "allowed" | "guardian_needed" | "refused";
    words: string | null;
    email: string;
  } | null;
}

export function AskGuardianPage({ allowed, done }: AskGuardianPageProps) {
  if (allowed || done?.state === "allowed") {
    return (
      <Doorway title="You may share" lede="Your links may go to friends outside Vel Tutor.">
        <ButtonLink to="/home" tone="sun" size="large" wide>
          To my decks
        </ButtonLink>
      </Doorway>
    );
  }
  if (done?.state === "asked") {
    return (
      <Doorway
        title="We have asked"
        lede="Your guardian got a mail with a page to answer. As soon as there is a yes, your share buttons work."
      >
        <ButtonLink to="/home" tone="sun" size="large" wide>
          Go on practising
        </ButtonLink>
      </Doorway>
    );
  }
  return <AskForm done={done} />;
}

function AskForm({ done }: Pick<AskGuardianPageProps, "done">) {
  const busy = useNavigation().state !== "idle";
  const asksAddress = done !== null && (done.state === "guardian_needed" || done.email !== "");
  return (
    <Doorway
      title="Ask my guardian"
      lede="You are under 18, so a parent or guardian decides whether your links may leave Vel Tutor."
    >
      <Form method="post" className="grid gap-5">
        {asksAddress ? (
          <Field
            id="guardianEmail"
            type="email"
            label="E-mail of my parent or guardian"
            hint="We send one mail with a page to answer."
            autoComplete="off"
            defaultValue={done.email}
            problem={done.words ?? undefined}
            required
          />
        ) : done?.words ? (
          <p role="alert" className="font-bold text-clay">
            {done.words}
          </p>
        ) : null}
        <Button type="submit" tone="sun" size="large" wide aria-disabled={busy}>
          {busy ? "One moment…" : "Ask my guardian"}
        </Button>
      </Form>
    </Doorway>
  );
}
