/** The frame of every page: document, theme, header, landmarks, announcements and errors. */
import "./app.css";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunction,
  useMatches,
  useRouteError,
} from "@remix-run/react";
import { lazy, type ReactNode, useEffect } from "react";
import type { ErrorBody } from "#shared/errors.ts";
import { directionOf } from "#shared/words/locale.ts";
import { viaScript } from "./features/micro-decks/step-outcome.ts";
import { BottomBar } from "./features/shell/bottom-bar.tsx";
import { ErrorPage, errorTitle } from "./features/shell/error-page.tsx";
import { useNonce } from "./features/shell/nonce.ts";
import { PendingBar } from "./features/shell/pending-bar.tsx";
import { RouteAnnouncer } from "./features/shell/route-announcer.tsx";
import { SiteFooter } from "./features/shell/site-footer.tsx";
import { SiteHeader } from "./features/shell/site-header.tsx";
import { readTheme, themeScript } from "./features/shell/theme.ts";
import { trustedTypesScript } from "./features/shell/trusted-types.ts";
import { type RootData, useRootData } from "./features/shell/viewer.ts";
import { unwrap } from "./trpc.ts";
import { Later } from "./ui/later.tsx";
import { titled } from "./ui/titled.ts";
import { ToastHost } from "./ui/toast.tsx";
import { wordsFor, wordsToFollow } from "./words/page-words.server.ts";
import { useLocale, useWords } from "./words/use-words.ts";
import { useAllWords, WordsData } from "./words/words-data.tsx";

// Only a signed-in person's page loads what is live; without it the page is as good.
const HeaderPresence = lazy(() =>
  import("./features/presence/header-presence.tsx").catch(() => ({ default: () => null })),
);

const HeaderInbox = lazy(() =>
  import("./features/inbox/header-inbox.tsx").catch(() => ({ default: () => null })),
);
const DesktopKeys = lazy(() =>
  import("./features/shell/desktop-keys.tsx").catch(() => ({ default: () => null })),
);
const NetworkSign = lazy(() =>
  import("./features/shell/network-sign.tsx").catch(() => ({ default: () => null })),
);
// Neither page nor person waits for it.
const OfflineParts = lazy(async () => {
  // A slow device may never be idle.
  await new Promise((go) => window.requestIdleCallback?.(go, { timeout: 5_000 }) ?? setTimeout(go));
  return import("./features/offline/offline-parts.tsx").catch(() => ({ default: () => null }));
});

export const links: LinksFunction = () => [
  { rel: "manifest", href: "/manifest.webmanifest" },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
];

/** The title of an error is the frame's: a failed loader has no words for it. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) => [
  ...(error ? [] : [{ title: "Vel Tutor" }]),
  ...(data ? [{ name: "description", content: data.description }] : []),
];

export async function loader(args: LoaderFunctionArgs): Promise<RootData> {
  return {
    viewer: await unwrap(args, args.context.trpc.people.me()),
    theme: readTheme(args.request.headers.get("cookie")),
    description: wordsFor(args, "shell")("description"),
    words: wordsToFollow(args),
  };
}

/** A step of a deck changes neither who looks nor the theme; without a network nobody could be asked. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  formData,
  defaultShouldRevalidate,
}) => (formData?.get("via") === viaScript.via ? false : defaultShouldRevalidate);

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const root = useRootData();
  const locale = useLocale();
  return (
    <html
      lang={locale}
      dir={directionOf(locale)}
      className={root?.theme === "dark" ? "dark" : undefined}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#eef5f1" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0a1e1b" media="(prefers-color-scheme: dark)" />
        <script
          nonce={nonce}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant text.
          dangerouslySetInnerHTML={{ __html: trustedTypesScript + themeScript }}
        />
        <ErrorTitle />
        <Meta />
        <Links />
      </head>
      <body className="flex flex-col">
        <ToastHost>
          <Frame>{children}</Frame>
        </ToastHost>
        <WordsData />
        <ScrollRestoration nonce={nonce ?? ""} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

function ErrorTitle() {
  const t = useWords("shell");
  const error = useRouteError();
  if (!error) return null;
  return <title>{titled(errorTitle(t, statusOf(error), bodyOf(error)?.code))}</title>;
}

/** A route whose handle says `quiet` is shown without ways that lead away from it. */
function Frame({ children }: { children: ReactNode }) {
  const viewer = useRootData()?.viewer ?? null;
  const quiet = useMatches().some((match) => (match.handle as { quiet?: boolean })?.quiet === true);
  const t = useWords("shell");
  const bar = viewer?.kind === "member" && !quiet;
  return (
    <>
      <a
        href="#main"
        className="sr-only z-50 rounded-control bg-ink px-5 py-3 font-bold text-paper focus:not-sr-only focus:fixed focus:top-3 focus:start-3"
      >
        {t("skip")}
      </a>
      <PendingBar />
      <RouteAnnouncer />
      <Later>
        <NetworkSign />
      </Later>
      <SiteHeader viewer={viewer} quiet={quiet}>
        {viewer?.kind === "member" ? (
          <>
            {quiet ? null : (
              <span className="hidden size-11 lg:block">
                <Later>
                  <DesktopKeys viewer={viewer} />
                </Later>
              </span>
            )}
            <Later>
              <HeaderPresence quiet={quiet} />
            </Later>
            {quiet ? null : (
              <span className="size-11">
                <Later>
                  <HeaderInbox />
                </Later>
              </span>
            )}
          </>
        ) : null}
      </SiteHeader>
      <main id="main" tabIndex={-1} className="flex grow flex-col">
        {children}
      </main>
      {quiet ? null : <SiteFooter />}
      <Later>
        <OfflineParts quiet={quiet} />
      </Later>
      {bar ? (
        <>
          <div className="h-[calc(4rem+env(safe-area-inset-bottom))] md:hidden" />
          <BottomBar viewer={viewer} />
        </>
      ) : null}
    </>
  );
}

export default function App() {
  useAllWords();
  // The last effect of the first page: from here on everything answers.
  useEffect(() => void performance.mark("hydrated"), []);
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  // Where not even that could be asked, nobody is told to sign in.
  const signedIn = useRootData()?.viewer.kind !== "guest";
  return <ErrorPage status={statusOf(error)} error={bodyOf(error)} signedIn={signedIn} />;
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500;
}

function bodyOf(error: unknown): ErrorBody["error"] | null {
  if (!isRouteErrorResponse(error)) return null;
  return (error.data as Partial<ErrorBody> | null)?.error ?? null;
}
