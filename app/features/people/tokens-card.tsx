/** Access tokens for the REST interface: the list, the form, and a new one shown once. */
import { Form, useNavigation } from "@remix-run/react";
import type { Outputs } from "#app/trpc.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CopyField } from "#app/ui/copy-field.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Time } from "#app/ui/time.tsx";
import { formatDay, formatList, formatRelative } from "#app/ui/time-format.ts";
import { rich } from "#app/words/rich.tsx";
import type { Words } from "#app/words/say.ts";
import { useWords } from "#app/words/use-words.ts";
import { type TokenScope, tokenDays, tokenNameLength } from "#shared/token-scopes.ts";
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
  const t = useWords("security");
  return (
    <Card aria-labelledby="tokens">
      <h2 id="tokens" className="text-head">
        {t("tokens")}
      </h2>
      <p className="mt-1 text-soft">{t("tokens_text")}</p>
      {tokens.made.length > 0 ? (
        <ul className="mt-2 divide-y divide-line">
          {tokens.made.map((token) => (
            <SecurityRow
              key={token.id}
              title={token.name}
              action={
                <DeedButton
                  act="revoke-token"
                  name="tokenId"
                  value={token.id}
                  label={t("remove")}
                  of={t("token_of", { name: token.name })}
                />
              }
            >
              <TokenFacts token={token} now={now} />
            </SecurityRow>
          ))}
        </ul>
      ) : null}
      {answer && "token" in answer ? (
        <Notice tone="good" title={t("new_token")} live className="mt-4">
          <p className="mb-3">{t("copy_now")}</p>
          <CopyField label={t("token")} value={answer.token} rows={2} />
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

function TokenFacts({ token, now }: { token: Tokens["made"][number]; now: number }) {
  const t = useWords("security");
  const { lastUsedAt } = token;
  const scopes = formatList(
    token.scopes.map((scope) => scopeWords(t, scope)),
    t.locale,
  );
  const day = formatDay(token.expiresAt, t.locale);
  if (!lastUsedAt) return t("token_unused", { scopes, day });
  return rich(t, "token_used", {
    scopes,
    day,
    when: formatRelative(lastUsedAt, now, t.locale),
    time: () => <Time at={lastUsedAt} now={now} />,
  });
}

type Underscored<Scope extends string> = Scope extends `${infer About}:${infer Deed}`
  ? `${About}_${Deed}`
  : never;

function scopeWords(t: Words<"security">, scope: TokenScope): string {
  return t(`scope_${scope.replace(":", "_") as Underscored<TokenScope>}`);
}

interface TokenFormProps {
  scopes: Tokens["scopes"];
  problem: string | null;
}

function TokenForm({ scopes, problem }: TokenFormProps) {
  const t = useWords("security");
  const busy = useNavigation().formData?.get("deed") === "create-token";
  return (
    <details className="mt-4" open={problem !== null}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-link">
        {t("make_token")}
      </summary>
      <Form method="post" className="mt-3 grid gap-5" preventScrollReset>
        <input type="hidden" name="deed" value="create-token" />
        {problem ? (
          <Notice tone="care" live>
            {problem}
          </Notice>
        ) : null}
        <Field id="name" label={t("what_for")} required maxLength={tokenNameLength} />
        <fieldset>
          <legend className="mb-1 font-bold">{t("it_may")}</legend>
          {scopes.map((scope) => (
            <label key={scope} className="flex min-h-11 items-center gap-3">
              <input type="checkbox" name="scope" value={scope} className="size-5 accent-river" />
              <span>{scopeWords(t, scope)}</span>
            </label>
          ))}
        </fieldset>
        <div>
          <label htmlFor="days" className="mb-1.5 block font-bold">
            {t("for")}
          </label>
          <select
            id="days"
            name="days"
            defaultValue={30}
            className="min-h-12 rounded-control border-2 border-line-strong bg-card px-4 text-ink"
          >
            {tokenDays.offered.map((days) => (
              <option key={days} value={days}>
                {days === 365 ? t("a_year") : t("for_days", { count: days })}
              </option>
            ))}
          </select>
        </div>
        <Button type="submit" className="justify-self-start" aria-disabled={busy}>
          {t(busy ? "one_moment" : "make")}
        </Button>
      </Form>
    </details>
  );
}
