/** What a warm link cannot do without, bare: how far our own path is from it, the bench tells. */
import { hmac, toBase64Url } from "#workers/platform/hmac.ts";
import { addSecurityHeaders } from "#workers/platform/page-security.ts";
import { gatherCount, gatherMs } from "#workers/platform/telemetry.ts";

interface Env {
  TELEMETRY: Queue;
}

/** As many as a link's answer reads; those that a browser does not send cost as much. */
const read = ["cookie", "user-agent", "cf-connecting-ip", "sec-purpose", "purpose"];
const secret = "a secret of the bench, of 32 characters and more";
const linkId = "link_01k9x3v5q8e7ws2d4f6g8h0j1k";
const guards = "Path=/; HttpOnly; Secure; SameSite=Lax";
const constant = new Headers({
  "Cache-Control": "private, no-store",
  "X-Robots-Tag": "noindex",
  "Referrer-Policy": "no-referrer",
});
addSecurityHeaders(constant, false, false);

const seal = (purpose: string, body: string) =>
  `${body}.${toBase64Url(hmac(secret, `${purpose}.${body}`))}`;

let gathered: object[] = [];

function gather(env: Env, execution: ExecutionContext, hit: object): void {
  if (gathered.push(hit) === 1)
    execution.waitUntil(new Promise((end) => setTimeout(end, gatherMs)).then(() => send(env)));
  else if (gathered.length >= gatherCount) execution.waitUntil(send(env));
}

async function send(env: Env): Promise<void> {
  const messages = gathered;
  gathered = [];
  if (messages.length > 0) await env.TELEMETRY.send({ type: "batch", messages });
}

export default {
  fetch(request, env, execution) {
    // The queue's own end: what is sent is taken, and goes nowhere.
    if (request.method === "POST") return Response.json({ metadata: { metrics: {} } });
    const [, agent, address] = read.map((name) => request.headers.get(name));
    const now = Date.now();
    const requestId = crypto.randomUUID();
    const visitorId = `vis_${requestId.slice(0, 26)}`;
    const weakKey = `weak_${toBase64Url(hmac(secret, `${address}\n${agent}`)).slice(0, 22)}`;
    const hitId = `hit_${requestId.slice(0, 26)}`;
    gather(env, execution, { type: "hit", hitId, linkId, kind: "human", at: now, weakKey });
    const touch = seal(`attribution.v3.${visitorId}`, `${linkId}.buddy_challenge.${now}`);
    const response = new Response(null, { status: 302, headers: constant });
    const { headers } = response;
    headers.set("Location", "/fvm/alg-expressions");
    headers.append("Set-Cookie", `vt_attrib=${touch}; Max-Age=604800; ${guards}`);
    headers.append(
      "Set-Cookie",
      `vt_vid=${seal("visitor.v2", visitorId)}; Max-Age=34560000; ${guards}`,
    );
    headers.set("X-Request-Id", requestId);
    headers.set("Server-Timing", 'db;desc="0"');
    // The line that each request of ours writes.
    console.log(JSON.stringify({ level: "info", message: "request", requestId, status: 302 }));
    return response;
  },
} satisfies ExportedHandler<Env>;
