/** What a person sees when a page cannot be shown: what happened, and a way on. */
import { Link } from "@remix-run/react";
import { LostOtter } from "#app/ui/art/lost-otter.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { rich } from "#app/words/rich.tsx";
import type { Words } from "#app/words/say.ts";
import { useWords } from "#app/words/use-words.ts";
import type { ErrorBody, ErrorCode } from "#shared/errors.ts";

export interface ErrorPageProps {
  status: number;
  error: ErrorBody["error"] | null;
  signedIn: boolean;
}

const titled = [400, 403, 404, 405, 409, 429, 500, 503] as const;
const explained = [403, 404, 429, 500, 503] as const;

/** Says the title of an error page, also for the browser's tab. */
export function errorTitle(t: Words<"shell">, status: number, code: string | undefined): string {
  if (code === "GUARDIAN_PENDING") return t("error_title_guardian");
  return t(`error_title_${titled.find((known) => known === status) ?? 500}`);
}

/** Says what can be done; for a status of its own kind, what its code says. */
function errorWay(t: Words<"shell">, status: number, code: ErrorCode | undefined): string {
  if (code === "GUARDIAN_PENDING") return t("error_way_guardian");
  const known = explained.find((candidate) => candidate === status);
  return known || !code ? t(`error_way_${known ?? 500}`) : t(`failure_${code}`);
}

export function ErrorPage({ status, error, signedIn }: ErrorPageProps) {
  const t = useWords("shell");
  const code = error?.code;
  return (
    <Page width="text" className="text-center">
      <LostOtter className="mx-auto mb-6 w-64 max-w-full" />
      <h1 className="text-title">{errorTitle(t, status, code)}</h1>
      <p className="mx-auto mt-3 max-w-md text-lede text-soft">{errorWay(t, status, code)}</p>
      <div className="mt-7 flex flex-wrap justify-center gap-3">
        {status >= 500 || status === 429 ? (
          <Button tone="sun" onClick={() => window.location.reload()}>
            {t("try_again")}
          </Button>
        ) : null}
        <ButtonLink to={signedIn ? "/home" : "/"} tone={status >= 500 ? "plain" : "sun"}>
          {t(signedIn ? "go_home" : "go_start")}
        </ButtonLink>
        {signedIn ? null : (
          <Link to="/sign-in" className="inline-flex min-h-11 items-center px-3 text-link">
            {t("sign_in")}
          </Link>
        )}
      </div>
      {error?.requestId && status >= 500 ? (
        <p className="mt-10 text-sm text-soft">
          {rich(t, "mention", {
            request: error.requestId,
            code: (id: string) => <code>{id}</code>,
          })}
        </p>
      ) : null}
    </Page>
  );
}
