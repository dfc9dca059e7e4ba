/** What a guardian is asked about: which child, since when, what a yes means; and the buttons. */
import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Avatar } from "#app/ui/avatar.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { formatDay } from "#app/ui/time-format.ts";
import { useWords } from "#app/words/use-words.ts";

interface GuardianQuestionProps {
  token: string;
  childAlias: string;
  askedAt: number;
  /** What a yes means, a sentence or two each. */
  facts: readonly string[];
  /** The fields and buttons of the answer. */
  children: ReactNode;
}

export function GuardianQuestion(props: GuardianQuestionProps) {
  const t = useWords("guardians");
  const { token, childAlias, askedAt, facts, children } = props;
  return (
    <Card>
      <p className="flex items-center gap-4 border-line border-b pb-5">
        <Avatar seed={childAlias} className="size-16" />
        <span>
          <strong className="block font-display font-extrabold text-xl">{childAlias}</strong>
          <span className="text-soft">{t("nickname", { day: formatDay(askedAt, t.locale) })}</span>
        </span>
      </p>
      <h2 className="mt-5 text-head">{t("means")}</h2>
      <ul className="mt-3 grid list-disc gap-2 ps-5 marker:text-river">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <Form method="post" className="mt-6 grid gap-3 sm:grid-cols-2">
        <input type="hidden" name="token" value={token} />
        {children}
      </Form>
    </Card>
  );
}

/** Two equal buttons: neither is made harder to take. */
export function YesOrNo({ yes }: { yes: string }) {
  const t = useWords("guardians");
  const busy = useNavigation().state !== "idle";
  return (
    <>
      <Button
        type="submit"
        name="answer"
        value="consented"
        tone="river"
        size="large"
        aria-disabled={busy}
      >
        {yes}
      </Button>
      <Button type="submit" name="answer" value="declined" size="large" aria-disabled={busy}>
        {t("not_now")}
      </Button>
    </>
  );
}
