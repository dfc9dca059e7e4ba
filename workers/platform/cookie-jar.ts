/** The cookies of one request and those its answer will set. */
import { parse } from "hono/utils/cookie";

export interface CookieJar {
  get(name: string): string | undefined;
  /** True when the request itself brought it; what the answer sets is none. */
  brought(name: string): boolean;
  /** HttpOnly, Secure, SameSite=Lax, Path=/. `maxAgeS` in seconds; 0 removes the cookie. */
  set(name: string, value: string, maxAgeS: number): void;
  /** A whole Set-Cookie line made elsewhere (better-auth). */
  append(line: string): void;
  /** The Set-Cookie lines so far. */
  lines(): readonly string[];
}

/** What needs no encoding, as all that we seal. */
const plain = /^[\w.-]*$/;

/** Reads the `Cookie` header; what is set is seen by later `get`s of the same request. */
export function createCookieJar(header: string | null): CookieJar {
  const cookies: Record<string, string | undefined> = header ? parse(header) : {};
  const lines = new Map<string, string>();
  return {
    get: (name) => cookies[name],
    brought: (name) => header?.includes(`${name}=`) ?? false,
    set(name, value, maxAgeS) {
      cookies[name] = maxAgeS > 0 ? value : undefined;
      const text = plain.test(value) ? value : encodeURIComponent(value);
      lines.set(
        name,
        `${name}=${text}; Max-Age=${maxAgeS}; Path=/; HttpOnly; Secure; SameSite=Lax`,
      );
    },
    append(line) {
      lines.set(line.slice(0, line.indexOf("=")), line);
    },
    lines: () => [...lines.values()],
  };
}
