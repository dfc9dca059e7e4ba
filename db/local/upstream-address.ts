/** A PostgreSQL given by URL, taken apart once for `pg` and for raw connections. */
import { isIP } from "node:net";
import { LocalDatabaseError } from "#db/local/errors.ts";

/** Where the PostgreSQL is and how it is reached. */
export interface UpstreamAddress {
  host: string;
  port: number;
  /** `false` without TLS. */
  tls: false | { rejectUnauthorized: boolean; servername?: string };
  /** The URL without the parameters that concern TLS. */
  plainUrl: string;
}

const TLS_PARAMETERS = ["sslmode", "channel_binding", "sslrootcert", "ssl"];

/** Reads a postgres:// URL; `sslmode` means what it means to psql. */
export function parseUpstream(url: string): UpstreamAddress {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol) || !parsed.hostname) {
    throw new LocalDatabaseError(
      "DATABASE_URL is not a Postgres URL: write it as postgres://user:password@host:5432/database.",
    );
  }
  const mode = parsed.searchParams.get("sslmode");
  for (const name of TLS_PARAMETERS) parsed.searchParams.delete(name);
  const host = parsed.hostname.replace(/^\[|\]$/g, "");
  const encrypted = mode === "require" || mode === "verify-ca" || mode === "verify-full";
  return {
    host,
    port: Number(parsed.port || 5432),
    tls: encrypted && {
      rejectUnauthorized: mode !== "require",
      // TLS names hosts only by name, never by address.
      ...(isIP(host) === 0 && { servername: host }),
    },
    plainUrl: parsed.href,
  };
}

/** The same database and user, reached through the local server's port. */
export function throughLocalPort({ plainUrl }: UpstreamAddress, port: number): string {
  const url = new URL(plainUrl);
  url.host = `127.0.0.1:${port}`;
  return url.href;
}
