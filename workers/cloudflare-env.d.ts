/** What the platform hands the Worker; `platform/env.ts` checks it. */
declare namespace Cloudflare {
  interface Env extends Record<string, unknown> {}
  interface GlobalProps {
    mainModule: typeof import("./app.ts");
  }
}
