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
  useMatches,
  useRouteError,
} from "@remix-run/react";
import { lazy, type ReactNode, useEffect } from "react";
import type { ErrorBody } from "#shared/errors.ts";
import { BottomBar } from "./features/shell/bottom-bar.tsx";
import { ErrorPage, errorTitle } from "./features/shell/error-page.tsx";
import { useNonce } from "./features/shell/nonce.ts";
import { PendingBar } from "./features/shell/pending-bar.tsx";
import { RouteAnnouncer } from "./features/shell/route-announcer.tsx";
import { SiteFooter } from "./features/shell/site-footer.tsx";
import { SiteHeader } from "./features/shell/site-header.tsx";
import { readTheme, themeScript } from "./features/shell/theme.ts";
import { type RootData, useRootData } from "./features/shell/viewer.ts";
import { unwrap } from "./trpc.ts";
import { Later } from "./ui/later.tsx";
import { titled } from "./ui/titled.ts";
import { ToastHost } from "./ui/toast.tsx";

// Only a signed-in person's page loads what is live; without it the page is as good.
const HeaderPresence = lazy(() =>
  import("./features/presence/header-presence.tsx").catch(() => ({ default: () => null })),
);

const DesktopKeys = lazy(() =>
  import("./features/shell/desktop-keys.tsx").catch(() => ({ default: () => null })),
);
const NetworkSign = lazy(() =>
  import("./features/shell/network-sign.tsx").catch(() => ({ default: () => null })),
);

export const links: LinksFunction = () => [
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
];

export const meta: MetaFunction = ({ error }) => [
  { title: error ? titled(errorTitle(statusOf(error), bodyOf(error)?.code)) : "Vel Tutor" },
  { name: "description", content: "Five quick questions, a friend to beat, and a skill you keep." },
];

export async function loader(args: LoaderFunctionArgs): Promise<RootData> {
  return {
    viewer: await unwrap(args, args.context.trpc.people.me()),
    theme: readTheme(args.request.headers.get("cookie")),
  };
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const root = useRootData();
  return (
    <html
      lang="en"
      className={root?.theme === "dark" ? "dark" : undefined}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <script
          nonce={nonce}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant text.
          dangerouslySetInnerHTML={{ __html: themeScript }}
        />
        <Meta />
        <Links />
      </head>
      <body className="flex flex-col">
        <ToastHost>
          <Frame>{children}</Frame>
        </ToastHost>
        <ScrollRestoration nonce={nonce ?? ""} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** A route whose handle says `quiet` is shown without ways that lead away from it. */
function Frame({ children }: { children: ReactNode }) {
  const viewer = useRootData()?.viewer ?? null;
  const quiet = useMatches().some((match) => (match.handle as { quiet?: boolean })?.quiet === true);
  const bar = viewer?.kind === "member" && !quiet;
  return (
    <>
      <a
        href="#main"
        className="sr-only z-50 rounded-control bg-ink px-5 py-3 font-bold text-paper focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        Skip to the page
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
          </>
        ) : null}
      </SiteHeader>
      <main id="main" tabIndex={-1} className="flex grow flex-col">
        {children}
      </main>
      {quiet ? null : <SiteFooter />}
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
  // The last effect of the first page: from here on everything answers.
  useEffect(() => void performance.mark("hydrated"), []);
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const signedIn = useRootData()?.viewer.kind === "member";
  return <ErrorPage status={statusOf(error)} error={bodyOf(error)} signedIn={signedIn} />;
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500;
}

function bodyOf(error: unknown): ErrorBody["error"] | null {
  if (!isRouteErrorResponse(error)) return null;
  return (error.data as Partial<ErrorBody> | null)?.error ?? null;
}
