/** The cookies of one request and those its answer will set. */
import { parse, serialize } from "hono/utils/cookie";

export interface CookieJar {
  get(name: string): string | undefined;
  /** HttpOnly, Secure, SameSite=Lax, Path=/. `maxAgeS` in seconds; 0 removes the cookie. */
  set(name: string, value: string, maxAgeS: number): void;
  /** A whole Set-Cookie line made elsewhere (better-auth). */
  append(line: string): void;
  /** The Set-Cookie lines so far. */
  lines(): readonly string[];
}

/** Reads the `Cookie` header; what is set is seen by later `get`s of the same request. */
export function createCookieJar(header: string | null): CookieJar {
  const cookies: Record<string, string | undefined> = header ? parse(header) : {};
  const lines = new Map<string, string>();
  return {
    get: (name) => cookies[name],
    set(name, value, maxAgeS) {
      cookies[name] = maxAgeS > 0 ? value : undefined;
      lines.set(
        name,
        serialize(name, value, {
          httpOnly: true,
          secure: true,
          sameSite: "Lax",
          path: "/",
          maxAge: maxAgeS,
        }),
      );
    },
    append(line) {
      lines.set(line.slice(0, line.indexOf("=")), line);
    },
    lines: () => [...lines.values()],
  };
}
