/** Access tokens for the REST interface: the list, the form, and a new one shown once. */
import { Form, useNavigation } from "@remix-run/react";
import type { Outputs } from "#app/trpc.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CopyField } from "#app/ui/copy-field.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Time } from "#app/ui/time.tsx";
import { formatDay } from "#app/ui/time-format.ts";
import { tokenDays, tokenNameLength, tokenScopeWords } from "#shared/token-scopes.ts";
import { DeedButton, SecurityRow } from "./security-row.tsx";

type Tokens = NonNullable<Outputs["security"]["overview"]["tokens"]>;

/** What came of the form. */
export type TokenAnswer = { token: string } | { problem: string };

interface TokensCardProps {
  tokens: Tokens;
  now: number;
  answer: TokenAnswer | null;
}

export function TokensCard({ tokens, now, answer }: TokensCardProps) {
  return (
    <Card aria-labelledby="tokens">
      <h2 id="tokens" className="text-head">
        Access tokens
      </h2>
      <p className="mt-1 text-soft">For programs of your own. Each can do only what you tick.</p>
      {tokens.made.length > 0 ? (
        <ul className="mt-2 divide-y divide-line">
          {tokens.made.map((token) => (
            <SecurityRow
              key={token.id}
              title={token.name}
              action={
                <DeedButton
                  deed="revoke-token"
                  name="tokenId"
                  value={token.id}
                  label="Remove"
                  of={`token ${token.name}`}
                />
              }
            >
              {`${token.scopes.join(", ")}. Ends on ${formatDay(token.expiresAt)}, `}
              {token.lastUsedAt ? (
                <>
                  {"last used "}
                  <Time at={token.lastUsedAt} now={now} />
                </>
              ) : (
                "not used yet"
              )}
            </SecurityRow>
          ))}
        </ul>
      ) : null}
      {answer && "token" in answer ? (
        <Notice tone="good" title="Your new token" live className="mt-4">
          <p className="mb-3">Copy it now. It is shown only this once.</p>
          <CopyField label="Token" value={answer.token} rows={2} />
        </Notice>
      ) : null}
      <TokenForm
        key={answer && "token" in answer ? answer.token : "open"}
        scopes={tokens.scopes}
        problem={answer && "problem" in answer ? answer.problem : null}
      />
    </Card>
  );
}

interface TokenFormProps {
  scopes: Tokens["scopes"];
  problem: string | null;
}

function TokenForm({ scopes, problem }: TokenFormProps) {
  const busy = useNavigation().formData?.get("deed") === "create-token";
  return (
    <details className="mt-4" open={problem !== null}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-link">
        Make a token
      </summary>
      <Form method="post" className="mt-3 grid gap-5" preventScrollReset>
        <input type="hidden" name="deed" value="create-token" />
        {problem ? (
          <Notice tone="care" live>
            {problem}
          </Notice>
        ) : null}
        <Field id="name" label="What is it for?" required maxLength={tokenNameLength} />
        <fieldset>
          <legend className="mb-1 font-bold">It may</legend>
          {scopes.map((scope) => (
            <label key={scope} className="flex min-h-11 items-center gap-3">
              <input type="checkbox" name="scope" value={scope} className="size-5 accent-river" />
              <span>{tokenScopeWords[scope]}</span>
            </label>
          ))}
        </fieldset>
        <div>
          <label htmlFor="days" className="mb-1.5 block font-bold">
            For
          </label>
          <select
            id="days"
            name="days"
            defaultValue={30}
            className="min-h-12 rounded-control border-2 border-line-strong bg-card px-4 text-ink"
          >
            {tokenDays.offered.map((days) => (
              <option key={days} value={days}>
                {days === 365 ? "a year" : `${days} days`}
              </option>
            ))}
          </select>
        </div>
        <Button type="submit" className="justify-self-start" aria-disabled={busy}>
          {busy ? "One moment…" : "Make it"}
        </Button>
      </Form>
    </details>
  );
}
