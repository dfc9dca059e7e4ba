/** The way into a study group for a signed-in person. */
import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useWords } from "#app/words/use-words.ts";

export function JoinCohort({ full }: { full: boolean }) {
  const t = useWords("cohort");
  const busy = useNavigation().state !== "idle";
  return (
    <Card>
      <h2 className="text-head">{t("side")}</h2>
      <p className="mt-2 mb-5 text-soft">{t("joining_text")}</p>
      {full ? (
        <Notice live>{t("full")}</Notice>
      ) : (
        <Form method="post">
          <Button type="submit" tone="sun" size="large" wide aria-disabled={busy}>
            {t(busy ? "one_moment" : "join_group")}
          </Button>
        </Form>
      )}
    </Card>
  );
}
