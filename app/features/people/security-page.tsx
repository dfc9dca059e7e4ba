/** Where a person is signed in, and with what: sessions, passkeys, the app of admins, tokens. */
import { Form } from "@remix-run/react";
import type { Outputs } from "#app/trpc.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { Time } from "#app/ui/time.tsx";
import { formatDay, formatRelative } from "#app/ui/time-format.ts";
import { rich } from "#app/words/rich.tsx";
import { useWords } from "#app/words/use-words.ts";
import { AddPasskey } from "./add-passkey.tsx";
import { deviceWords } from "./device-words.ts";
import { DeedButton, SecurityRow } from "./security-row.tsx";
import { type TokenAnswer, TokensCard } from "./tokens-card.tsx";

export type Security = Outputs["security"]["overview"];

interface SecurityPageProps {
  security: Security;
  now: number;
  answer: TokenAnswer | null;
}

export function SecurityPage({ security, now, answer }: SecurityPageProps) {
  const t = useWords("security");
  const { sessions, passkeys, tokens, secondFactor } = security;
  return (
    <Page>
      <PageHead title={t("title")} lede={t("lede")} />
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
        <SessionsCard sessions={sessions} now={now} />
        <div className="grid gap-5">
          <PasskeysCard passkeys={passkeys} now={now} />
          {secondFactor ? <SecondFactorCard secondFactor={secondFactor} /> : null}
          {tokens ? <TokensCard tokens={tokens} now={now} answer={answer} /> : null}
        </div>
      </div>
    </Page>
  );
}

function SessionsCard({ sessions, now }: { sessions: Security["sessions"]; now: number }) {
  const t = useWords("security");
  return (
    <Card aria-labelledby="sessions">
      <h2 id="sessions" className="text-head">
        {t("signed_in_on")}
      </h2>
      <ul className="mt-2 divide-y divide-line">
        {sessions.map((session) => (
          <SecurityRow
            key={session.id}
            title={deviceWords(t, session.device)}
            {...(session.current ? { mark: t("this_one") } : {})}
            action={
              session.current ? null : (
                <DeedButton
                  act="revoke-session"
                  name="sessionId"
                  value={session.id}
                  label={t("sign_out")}
                  of={deviceWords(t, session.device)}
                />
              )
            }
          >
            {rich(t, "session_times", {
              day: formatDay(session.signedInAt, t.locale),
              when: formatRelative(session.lastSeenAt, now, t.locale),
              time: () => <Time at={session.lastSeenAt} now={now} />,
            })}
          </SecurityRow>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <Form method="post" className="mt-4" preventScrollReset>
          <input type="hidden" name="deed" value="revoke-others" />
          <Button type="submit" size="small" tone="danger">
            {t("sign_out_others")}
          </Button>
        </Form>
      ) : null}
    </Card>
  );
}

function PasskeysCard({ passkeys, now }: { passkeys: Security["passkeys"]; now: number }) {
  const t = useWords("security");
  return (
    <Card aria-labelledby="passkeys">
      <h2 id="passkeys" className="text-head">
        {t("passkeys")}
      </h2>
      <p className="mt-1 text-soft">{t("passkeys_text")}</p>
      {passkeys.length > 0 ? (
        <ul className="mt-2 divide-y divide-line">
          {passkeys.map((passkey) => (
            <SecurityRow
              key={passkey.id}
              title={deviceWords(t, passkey.device)}
              action={
                <DeedButton
                  act="revoke-passkey"
                  name="passkeyId"
                  value={passkey.id}
                  label={t("remove")}
                  of={t("passkey_of", { device: deviceWords(t, passkey.device) })}
                />
              }
            >
              <PasskeyTimes passkey={passkey} now={now} />
            </SecurityRow>
          ))}
        </ul>
      ) : null}
      <AddPasskey />
    </Card>
  );
}

function PasskeyTimes(props: { passkey: Security["passkeys"][number]; now: number }) {
  const t = useWords("security");
  const { createdAt, lastUsedAt } = props.passkey;
  const day = formatDay(createdAt, t.locale);
  if (!lastUsedAt) return t("made_on_unused", { day });
  return rich(t, "made_on_used", {
    day,
    when: formatRelative(lastUsedAt, props.now, t.locale),
    time: () => <Time at={lastUsedAt} now={props.now} />,
  });
}

type SecondFactor = NonNullable<Security["secondFactor"]>;

function SecondFactorCard({ secondFactor }: { secondFactor: SecondFactor }) {
  const on = secondFactor.state !== "off";
  const t = useWords("security");
  return (
    <Card aria-labelledby="factor" className="flex flex-wrap items-center gap-x-6 gap-y-4">
      <div className="min-w-52 grow">
        <h2 id="factor" className="text-head">
          {t("factor")}
        </h2>
        <p className="text-soft">
          {on
            ? t("factor_on", { count: secondFactor.recoveryCodesLeft })
            : t(secondFactor.required ? "factor_required" : "factor_off")}
        </p>
      </div>
      <ButtonLink to="/settings/second-factor" size="small">
        {t(on ? "factor_change" : "set_up")}
      </ButtonLink>
    </Card>
  );
}
