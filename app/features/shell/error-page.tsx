/** What a person sees when a page cannot be shown: what happened, and a way on. */
import { Link } from "@remix-run/react";
import { LostOtter } from "#app/ui/art/lost-otter.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import type { ErrorBody } from "#shared/errors.ts";

export interface ErrorPageProps {
  status: number;
  error: ErrorBody["error"] | null;
  signedIn: boolean;
}

const titles: Record<number, string> = {
  400: "That did not quite work",
  403: "This page is not for you to open",
  404: "There is no page here",
  405: "That address is used in another way",
  409: "Something changed in the meantime",
  429: "One moment, please",
  503: "We are catching our breath",
};

const ways: Partial<Record<number, string>> = {
  403: "If you think it should be, ask the person who runs your account.",
  404: "The link may be old, or a letter may be missing.",
  429: "That was a lot in a short time. Wait a minute, then try again.",
  500: "It is our fault, not yours. Trying again often helps.",
  503: "Nothing you did is lost. Please try again in a moment.",
};

/** Says the title of an error page, also for the browser's tab. */
export function errorTitle(status: number, code: string | undefined): string {
  if (code === "GUARDIAN_PENDING") return "Waiting for your guardian";
  return titles[status] ?? "Something went wrong on our side";
}

export function ErrorPage({ status, error, signedIn }: ErrorPageProps) {
  const code = error?.code;
  const words =
    code === "GUARDIAN_PENDING"
      ? "Your account opens as soon as your guardian says yes. Until then you can play every deck as a guest."
      : (ways[status] ?? error?.message ?? ways[500]);
  return (
    <Page width="text" className="text-center">
      <LostOtter className="mx-auto mb-6 w-64 max-w-full" />
      <h1 className="text-title">{errorTitle(status, code)}</h1>
      <p className="mx-auto mt-3 max-w-md text-lede text-soft">{words}</p>
      <div className="mt-7 flex flex-wrap justify-center gap-3">
        {status >= 500 || status === 429 ? (
          <Button tone="sun" onClick={() => window.location.reload()}>
            Try again
          </Button>
        ) : null}
        <ButtonLink to={signedIn ? "/home" : "/"} tone={status >= 500 ? "plain" : "sun"}>
          {signedIn ? "Go to your home" : "Go to the start"}
        </ButtonLink>
        {signedIn ? null : (
          <Link to="/sign-in" className="inline-flex min-h-11 items-center px-3 text-link">
            Sign in
          </Link>
        )}
      </div>
      {error?.requestId ? (
        <p className="mt-10 text-sm text-soft">
          If you write to us, mention <code>{error.requestId}</code>
        </p>
      ) : null}
    </Page>
  );
}
