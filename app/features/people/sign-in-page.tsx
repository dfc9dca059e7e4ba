/** Signing in: an e-mail address, nothing to remember. */
import { Form, Link, useNavigation } from "@remix-run/react";
import type { Refusal } from "#app/trpc.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { rich } from "#app/words/rich.tsx";
import { useWords } from "#app/words/use-words.ts";
import { Doorway } from "./doorway.tsx";
import { PasskeySignIn } from "./passkey-sign-in.tsx";
import { keepSignInRequest } from "./sign-in-request.ts";

interface SignInPageProps {
  returnTo: string | null;
  refusal: Refusal | null;
}

export function SignInPage({ returnTo, refusal }: SignInPageProps) {
  const t = useWords("people");
  const busy = useNavigation().state === "submitting";
  const join = returnTo ? `/join?${new URLSearchParams({ returnTo })}` : "/join";
  return (
    <Doorway title={t("welcome_back")} lede={t("sign_in_lede")}>
      {refusal && refusal.code !== "BAD_INPUT" ? (
        <Notice tone="care" live className="mb-5">
          {refusal.message}
        </Notice>
      ) : null}
      <Form
        method="post"
        className="grid gap-5"
        onSubmit={(event) => keepSignInRequest(event.currentTarget)}
      >
        {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
        <Field
          id="email"
          type="email"
          label={t("email")}
          autoComplete="email webauthn"
          inputMode="email"
          required
          maxLength={254}
          problem={refusal?.code === "BAD_INPUT" ? refusal.message : undefined}
        />
        <Button type="submit" tone="sun" size="large" wide aria-disabled={busy}>
          {t(busy ? "sending" : "send_link")}
        </Button>
      </Form>
      <PasskeySignIn returnTo={returnTo} />
      <p className="mt-6 text-soft">
        {rich(t, "new_here", {
          link: (words: string) => (
            <Link to={join} className="text-link">
              {words}
            </Link>
          ),
        })}
      </p>
    </Doorway>
  );
}
