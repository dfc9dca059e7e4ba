/** Names and lifetimes of the session's cookies: light enough for every request to know them. */

/** `__Host-`: the browser takes them only Secure, with Path=/ and without a Domain. */
export const sessionCookies = {
  token: "__Host-vt_session",
  cache: "__Host-vt_session_data",
  dontRemember: "__Host-vt_session_only",
} as const;

/** In seconds. */
export const sessionTimes = {
  /** A session that nobody uses ends after this. */
  idleS: 24 * 3600,
  /** A session ends after this, used or not. */
  absoluteS: 30 * 24 * 3600,
  /** Its end is moved at most this often, so that reading rarely writes. */
  refreshS: 3600,
  /** A revoked session dies within this. */
  cacheS: 60,
} as const;
