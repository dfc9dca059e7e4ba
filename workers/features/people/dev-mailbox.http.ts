/** GET /dev/mail and /dev/mail.json: the mails of a local run. Not there in any other environment. */
import { Hono } from "hono";
import { html } from "hono/html";
import { AppError } from "../../platform/app-error.ts";
import { parseEnv } from "../../platform/env.ts";
import type { DoorEnv } from "../../platform/http-door.ts";
import { type MailboxEntry, readMailbox } from "../../platform/mailer.ts";

/** Nothing is loaded, nothing runs, mails cannot change that. */
const contentSecurityPolicy =
  "default-src 'none'; style-src-attr 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** To be mounted at `/dev`. */
export function mailboxRoutes() {
  const routes = new Hono<DoorEnv>();
  routes.use(async (c, next) => {
    c.set("route", "/dev/mail");
    if (parseEnv(c.env).APP_ENV !== "local") throw new AppError("NOT_FOUND");
    await next();
    c.header("Cache-Control", "no-store");
    c.header("Content-Security-Policy", contentSecurityPolicy);
  });
  routes.get("/mail.json", async (c) =>
    c.json(await readMailbox(parseEnv(c.env).HOT_KV, addressed(c.req.query("to")))),
  );
  routes.get("/mail", async (c) => {
    const to = addressed(c.req.query("to"));
    return c.html(page(await readMailbox(parseEnv(c.env).HOT_KV, to), to));
  });
  return routes;
}

const addressed = (to: string | undefined) => to?.trim().toLowerCase() || undefined;

/** The house's colours, by day and by night. */
const root =
  "color-scheme:light dark;color:light-dark(#0e2a27,#ecf7f2);background:light-dark(#eef5f1,#0a1e1b)";
const body =
  "font-family:system-ui,sans-serif;line-height:1.5;max-width:44rem;margin:0 auto;padding:1.5rem 1rem";
const card =
  "background:light-dark(#fff,#112c28);border:1px solid light-dark(#cddfd6,#24504a);border-radius:1.25rem;padding:1rem 1.25rem;margin:1rem 0";
const soft = "margin:0;color:light-dark(#45615b,#a9c8be)";
const link = "color:light-dark(#0b6a61,#72e0c9)";
const control = "font:inherit;min-height:2.75rem;padding:0 0.75rem";
const words = "white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:0.75rem 0 0";

function page(mails: readonly MailboxEntry[], to: string | undefined) {
  return html`<!doctype html>
<html lang="en" style="${root}"><head><meta charset="utf-8"><title>Mailbox</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"></head>
<body style="${body}"><main><h1>Mailbox</h1>
<p>Mails of this local server${to ? html` to <strong>${to}</strong>` : ""}, newest first. They never leave this machine.</p>
<form method="get"><label>Only to <input name="to" type="email" value="${to ?? ""}" style="${control}"></label> <button style="${control}">Show</button></form>
${mails.length === 0 ? html`<p>Nothing here yet.</p>` : mails.map(article)}
</main></body></html>`;
}

function article(mail: MailboxEntry) {
  return html`<article style="${card}"><h2 style="margin:0">${mail.subject}</h2>
<p style="${soft}">To ${mail.to}</p><pre style="${words}">${linked(mail.text)}</pre></article>`;
}

/** The text with its addresses as links; everything is escaped by `html`. */
function linked(text: string) {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part, i) => (i % 2 === 1 ? html`<a href="${part}" style="${link}">${part}</a>` : part));
}
