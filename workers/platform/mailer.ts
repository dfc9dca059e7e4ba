/** Sends mail: into a mailbox in KV where APP_ENV is local, by the provider's HTTP interface elsewhere. */
import { AppError } from "./app-error.ts";
import type { Clock } from "./clock.ts";
import type { AppEnv } from "./env.ts";

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  headers?: Record<string, string>;
  /** The same key is never delivered twice. */
  idempotencyKey: string;
}

export interface Mailer {
  /** Throws AppError UNAVAILABLE when the mail could not be handed over. */
  send(mail: Mail): Promise<void>;
}

export interface MailboxEntry {
  to: string;
  subject: string;
  text: string;
  html: string;
  links: string[];
  headers: Record<string, string>;
}

const mailboxPrefix = "mail:";
const mailboxTtlS = 24 * 3600;
const sendTimeoutMs = 10_000;
/** No more than these newest mails are looked through. */
const mailboxDepth = 1000;

/** The mailer of this environment. */
export function mailerOf(ctx: { config: AppEnv; clock: Clock }): Mailer {
  const { config } = ctx;
  return {
    send: (mail) =>
      config.APP_ENV === "local"
        ? keepInMailbox(config.HOT_KV, ctx.clock.now(), mail)
        : sendByHttp(config, mail),
  };
}

/** The local mailbox, newest first; only mails to `to` where it is given. At most 50. */
export async function readMailbox(kv: KVNamespace, to?: string): Promise<MailboxEntry[]> {
  const { keys } = await kv.list<{ to: string }>({ prefix: mailboxPrefix, limit: mailboxDepth });
  const wanted = keys.filter((key) => to === undefined || key.metadata?.to === to).slice(0, 50);
  const entries = await Promise.all(
    wanted.map((key) => kv.get<MailboxEntry>(key.name, { type: "json" })),
  );
  return entries.filter((entry) => entry !== null);
}

/** KV lists by key, so the time in it counts down. */
async function keepInMailbox(kv: KVNamespace, now: number, mail: Mail): Promise<void> {
  const { idempotencyKey, headers = {}, ...rest } = mail;
  const links = mail.text.match(/https?:\/\/\S+/g) ?? [];
  const entry: MailboxEntry = { ...rest, links: [...links], headers };
  const countdown = String(Number.MAX_SAFE_INTEGER - now).padStart(16, "0");
  await kv.put(`${mailboxPrefix}${countdown}:${idempotencyKey}`, JSON.stringify(entry), {
    expirationTtl: mailboxTtlS,
    metadata: { to: mail.to },
  });
}

async function sendByHttp(config: AppEnv, mail: Mail): Promise<void> {
  const { idempotencyKey, headers = {}, ...rest } = mail;
  if (!config.MAIL_API_URL || !config.MAIL_API_TOKEN) {
    const cause = new Error("settings: MAIL_API_URL or MAIL_API_TOKEN is missing");
    throw new AppError("UNAVAILABLE", { cause });
  }
  let status: number;
  try {
    const response = await fetch(config.MAIL_API_URL, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${config.MAIL_API_TOKEN}`,
        "Content-Type": "application/json",
        "Idempotency-Key": idempotencyKey,
      },
      body: JSON.stringify({ from: config.MAIL_FROM, ...rest, headers }),
      signal: AbortSignal.timeout(sendTimeoutMs),
    });
    status = response.status;
    await response.body?.cancel();
  } catch (cause) {
    throw new AppError("UNAVAILABLE", { retryAfterS: 30, cause });
  }
  // The provider's own words may quote the address: only its status is kept.
  if (status >= 300) {
    const cause = new Error(`mail provider answered ${status}`);
    throw new AppError("UNAVAILABLE", { retryAfterS: 30, cause });
  }
}
