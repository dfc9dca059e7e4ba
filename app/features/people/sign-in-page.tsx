/** Signing in: an e-mail address, nothing to remember. */
import { Form, Link, useNavigation } from "@remix-run/react";
import type { Refusal } from "#app/trpc.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Doorway } from "./doorway.tsx";
import { PasskeySignIn } from "./passkey-sign-in.tsx";
import { keepSignInRequest } from "./sign-in-request.ts";

interface SignInPageProps {
  returnTo: string | null;
  refusal: Refusal | null;
}

export function SignInPage({ returnTo, refusal }: SignInPageProps) {
  const busy = useNavigation().state === "submitting";
  const join = returnTo ? `/join?${new URLSearchParams({ returnTo })}` : "/join";
  return (
    <Doorway
      title="Welcome back"
      lede="Tell us your e-mail address. We send a link and a code: no password to remember."
    >
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
          label="E-mail address"
          autoComplete="email webauthn"
          inputMode="email"
          required
          maxLength={254}
          problem={refusal?.code === "BAD_INPUT" ? refusal.message : undefined}
        />
        <Button type="submit" tone="sun" size="large" wide aria-disabled={busy}>
          {busy ? "Sending…" : "Send me a link"}
        </Button>
      </Form>
      <PasskeySignIn returnTo={returnTo} />
      <p className="mt-6 text-soft">
        {"New here? "}
        <Link to={join} className="text-link">
          Join for free
        </Link>
      </p>
    </Doorway>
  );
}
