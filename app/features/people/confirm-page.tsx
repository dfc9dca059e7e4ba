/** Where the mailed link leads: a button signs in, so that a mail scanner's visit does not. */
import { Form, useNavigation } from "@remix-run/react";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { useWords } from "#app/words/use-words.ts";
import { Doorway } from "./doorway.tsx";

export function ConfirmPage({ token, expired }: { token: string; expired: boolean }) {
  const t = useWords("people");
  const busy = useNavigation().state !== "idle";
  if (expired || token === "") {
    return (
      <Doorway title={t("confirm_done")} lede={t("confirm_done_lede")}>
        <ButtonLink to="/sign-in" tone="sun" size="large" wide>
          {t("confirm_new")}
        </ButtonLink>
      </Doorway>
    );
  }
  return (
    <Doorway title={t("confirm_title")} lede={t("confirm_lede")}>
      <Form method="post">
        <input type="hidden" name="token" value={token} />
        <Button type="submit" tone="sun" size="large" wide aria-disabled={busy}>
          {t(busy ? "signing_in" : "sign_in")}
        </Button>
      </Form>
    </Doorway>
  );
}
