/** What somebody shares into the app: one of our own addresses, or something that is not ours. */

/** Pages that make sense to whoever gets their address. */
const shownPages = /^\/(?:fvm|cohort|leaderboards|results|tutors|share)\/[\w.~-]+$/;
const smartLink = /^\/sl\/[0-9a-z]{4,32}$/;

/**
 * The path of the first of our addresses in what was shared; null where there is none. Of a page only
 * its path is taken over, so that nothing can be slipped in with it.
 */
export function findSharedPath(shared: readonly string[], appUrl: string): string | null {
  const { origin } = new URL(appUrl);
  for (const address of shared.flatMap((text) => text.match(/https?:\/\/[^\s<>"']+/g) ?? [])) {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (url?.origin !== origin) continue;
    const path = url.pathname.replace(/[.,!?)]+$/, "");
    if (smartLink.test(path) || shownPages.test(path)) return path;
  }
  return null;
}
