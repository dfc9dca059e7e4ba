/** Where a person is signed in, and with what: sessions, passkeys, the app of admins, tokens. */
import { Form } from "@remix-run/react";
import type { Outputs } from "#app/trpc.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { Time } from "#app/ui/time.tsx";
import { formatDay } from "#app/ui/time-format.ts";
import { AddPasskey } from "./add-passkey.tsx";
import { DeedButton, SecurityRow } from "./security-row.tsx";
import { type TokenAnswer, TokensCard } from "./tokens-card.tsx";

export type Security = Outputs["security"]["overview"];

interface SecurityPageProps {
  security: Security;
  now: number;
  answer: TokenAnswer | null;
}

export function SecurityPage({ security, now, answer }: SecurityPageProps) {
  const { sessions, passkeys, tokens, secondFactor } = security;
  return (
    <Page width="text">
      <PageHead
        title="Signing in"
        lede="Is there a device you do not know? Sign it out, and it is out."
      />
      <div className="grid gap-5">
        <SessionsCard sessions={sessions} now={now} />
        <PasskeysCard passkeys={passkeys} now={now} />
        {secondFactor ? <SecondFactorCard secondFactor={secondFactor} /> : null}
        {tokens ? <TokensCard tokens={tokens} now={now} answer={answer} /> : null}
      </div>
    </Page>
  );
}

function SessionsCard({ sessions, now }: { sessions: Security["sessions"]; now: number }) {
  return (
    <Card aria-labelledby="sessions">
      <h2 id="sessions" className="text-head">
        You are signed in on
      </h2>
      <ul className="mt-2 divide-y divide-line">
        {sessions.map((session) => (
          <SecurityRow
            key={session.id}
            title={session.device}
            {...(session.current ? { mark: "This one" } : {})}
            action={
              session.current ? null : (
                <DeedButton
                  deed="revoke-session"
                  name="sessionId"
                  value={session.id}
                  label="Sign out"
                  of={session.device}
                />
              )
            }
          >
            {`Since ${formatDay(session.signedInAt)}, last seen `}
            <Time at={session.lastSeenAt} now={now} />
          </SecurityRow>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <Form method="post" className="mt-4" preventScrollReset>
          <input type="hidden" name="deed" value="revoke-others" />
          <Button type="submit" size="small" tone="danger">
            Sign out everywhere else
          </Button>
        </Form>
      ) : null}
    </Card>
  );
}

function PasskeysCard({ passkeys, now }: { passkeys: Security["passkeys"]; now: number }) {
  return (
    <Card aria-labelledby="passkeys">
      <h2 id="passkeys" className="text-head">
        Passkeys
      </h2>
      <p className="mt-1 text-soft">
        Sign in with your finger, your face or the code of your device. No mail needed.
      </p>
      {passkeys.length > 0 ? (
        <ul className="mt-2 divide-y divide-line">
          {passkeys.map((passkey) => (
            <SecurityRow
              key={passkey.id}
              title={passkey.device}
              action={
                <DeedButton
                  deed="revoke-passkey"
                  name="passkeyId"
                  value={passkey.id}
                  label="Remove"
                  of={`passkey of ${passkey.device}`}
                />
              }
            >
              {`Made on ${formatDay(passkey.createdAt)}, `}
              {passkey.lastUsedAt ? (
                <>
                  {"last used "}
                  <Time at={passkey.lastUsedAt} now={now} />
                </>
              ) : (
                "not used yet"
              )}
            </SecurityRow>
          ))}
        </ul>
      ) : null}
      <AddPasskey />
    </Card>
  );
}

type SecondFactor = NonNullable<Security["secondFactor"]>;

function SecondFactorCard({ secondFactor }: { secondFactor: SecondFactor }) {
  const on = secondFactor.state !== "off";
  const off = secondFactor.required
    ? "Not set up yet. The admin pages open after that."
    : "Not set up yet. A code from an app keeps the admin pages safe.";
  return (
    <Card aria-labelledby="factor" className="flex flex-wrap items-center gap-x-6 gap-y-4">
      <div className="min-w-52 grow">
        <h2 id="factor" className="text-head">
          Code from an app
        </h2>
        <p className="text-soft">
          {on ? `It is on. Recovery codes left: ${secondFactor.recoveryCodesLeft}.` : off}
        </p>
      </div>
      <ButtonLink to="/settings/second-factor" size="small">
        {on ? "Change" : "Set it up"}
      </ButtonLink>
    </Card>
  );
}
