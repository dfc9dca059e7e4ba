/** Where a form may lead back to: an address of this site. */

/** The path and query of `address` where it stays within `appUrl`; else `/`. */
export function pathWithin(appUrl: string, address: unknown): string {
  if (typeof address !== "string" || !address.startsWith("/")) return "/";
  if (address.length > 512 || !URL.canParse(address, appUrl)) return "/";
  const [own, asked] = [new URL(appUrl), new URL(address, appUrl)];
  // `/.//evil.test` is within this origin, but what is left of it is not.
  if (asked.origin !== own.origin || asked.pathname.startsWith("//")) return "/";
  return asked.pathname + asked.search;
}
