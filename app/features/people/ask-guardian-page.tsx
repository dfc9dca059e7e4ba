/** Why a minor's links stay inside, and the way to ask a guardian. */
import { Form, useNavigation } from "@remix-run/react";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { useWords } from "#app/words/use-words.ts";
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
  const t = useWords("guardians");
  if (allowed || done?.state === "allowed") {
    return (
      <Doorway title={t("may_share")} lede={t("may_share_lede")}>
        <ButtonLink to="/home" tone="sun" size="large" wide>
          {t("to_decks")}
        </ButtonLink>
      </Doorway>
    );
  }
  if (done?.state === "asked") {
    return (
      <Doorway title={t("asked")} lede={t("asked_lede")}>
        <ButtonLink to="/home" tone="sun" size="large" wide>
          {t("go_on")}
        </ButtonLink>
      </Doorway>
    );
  }
  return <AskForm done={done} />;
}

function AskForm({ done }: Pick<AskGuardianPageProps, "done">) {
  const t = useWords("guardians");
  const busy = useNavigation().state !== "idle";
  const asksAddress = done !== null && (done.state === "guardian_needed" || done.email !== "");
  return (
    <Doorway title={t("ask")} lede={t("ask_lede")}>
      <Form method="post" className="grid gap-5">
        {asksAddress ? (
          <Field
            id="guardianEmail"
            type="email"
            label={t("ask_email")}
            hint={t("ask_email_hint")}
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
          {t(busy ? "asking" : "ask")}
        </Button>
      </Form>
    </Doorway>
  );
}
