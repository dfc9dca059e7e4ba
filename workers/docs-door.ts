/** GET /api/docs: the API's document to read and to try. */
import { html, raw } from "hono/html";
import { randomToken } from "./platform/hmac.ts";

/** Swagger UI writes styles of its own: on this page alone they are let in. */
const policy = (nonce: string) =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

const start = `SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#docs",
  presets: [SwaggerUIBundle.presets.apis],
  validatorUrl: null,
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  requestSnippetsEnabled: true,
});`;

export function answerDocs(): Response {
  const nonce = randomToken(16);
  const page = html`<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>The API · Vel Tutor</title>
<meta name="robots" content="noindex"><link rel="icon" type="image/svg+xml" href="/favicon.svg">
<link rel="stylesheet" href="/api-docs/swagger-ui.css">
<style>body{margin:0;background:#fafafa}noscript{display:block;padding:2rem;font-family:sans-serif}</style></head>
<body><main id="docs"></main>
<noscript>This page needs JavaScript. The document itself is <a href="/api/openapi.json">/api/openapi.json</a>.</noscript>
<script nonce="${nonce}" src="/api-docs/swagger-ui-bundle.js"></script>
<script nonce="${nonce}">${raw(start)}</script></body></html>`;
  return new Response(String(page), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy(nonce),
      "Cache-Control": "no-store",
    },
  });
}
