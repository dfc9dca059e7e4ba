/** What the Worker hands to every Remix loader and action. */
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
    /** Logs what a page could not handle. */
    reportError(error: unknown): void;
  }
  interface Future {
    v3_singleFetch: true;
  }
}
