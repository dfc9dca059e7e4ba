/** Where the mailed link leads: a button signs in, so that a mail scanner's visit does not. */
import { Form, useNavigation } from "@remix-run/react";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Doorway } from "./doorway.tsx";

export function ConfirmPage({ token, expired }: { token: string; expired: boolean }) {
  const busy = useNavigation().state !== "idle";
  if (expired || token === "") {
    return (
      <Doorway
        title="This link has done its work"
        lede="Each link signs in once, within 15 minutes. A new one is quick to get."
      >
        <ButtonLink to="/sign-in" tone="sun" size="large" wide>
          Send me a new link
        </ButtonLink>
      </Doorway>
    );
  }
  return (
    <Doorway title="Good to see you" lede="One tap, and you are in.">
      <Form method="post">
        <input type="hidden" name="token" value={token} />
        <Button type="submit" tone="sun" size="large" wide aria-disabled={busy}>
          {busy ? "Signing in…" : "Sign in"}
        </Button>
      </Form>
    </Doorway>
  );
}
