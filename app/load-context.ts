/** What the Worker hands to every Remix loader and action. */
import type { ServerBuild } from "@remix-run/cloudflare";
import type { Caller } from "#workers/app-router.ts";

declare module "@remix-run/cloudflare" {
  interface AppLoadContext {
    /** The procedures, called in process as the person who asks. */
    trpc: Caller;
    /** The Content-Security-Policy nonce of this response. */
    nonce: string;
    /** The origin of the site, without a slash at its end. */
    appUrl: string;
    /** Shown on error pages, so that a person can quote it. */
    requestId: string;
    /** The site's routes, where a page comes without a new document; null for a whole document. */
    routes: ServerBuild["routes"] | null;
    /** Logs what a page could not handle. */
    reportError(error: unknown): void;
  }
  interface Future {
    v3_singleFetch: true;
  }
}
