/** What a personal access token may be made for: a closed list. */

export const tokenScopes = [
  "profile:read",
  "links:read",
  "links:write",
  "practice:read",
  "practice:write",
  "progress:read",
  "groups:read",
  "admin:read",
  "admin:write",
] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** How long a token may live, in days. */
export const tokenDays = { most: 365, offered: [7, 30, 90, 365] } as const;
/** The longest name of a token. */
export const tokenNameLength = 40;
/** So many live tokens, and so many passkeys, a person may have. */
export const maxTokens = 10;

/** Scopes that reach the operator's procedures. */
export function isForAdmins(scope: TokenScope): boolean {
  return scope.startsWith("admin:");
}

/** The scopes that somebody of that role may give to a token. */
export function scopesFor(role: string): readonly TokenScope[] {
  return tokenScopes.filter((scope) => !isForAdmins(scope) || role === "admin");
}
