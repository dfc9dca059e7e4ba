/** The headers that keep a page's own rights small. */

/** The Content-Security-Policy of our pages; scripts run only with this response's nonce. */
export function contentSecurityPolicy(nonce: string, secure: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self' ws: wss:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "worker-src 'self'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** What only a response that is shown can use: a redirect without a body has nothing to frame. */
const forWhatIsShown = {
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
  "X-Frame-Options": "DENY",
};

/** Sets what every response carries; a header that is there already stays. */
export function addSecurityHeaders(headers: Headers, secure: boolean, shown = true): void {
  const wanted: Record<string, string> = {
    "Referrer-Policy": "strict-origin-when-cross-origin",
    ...(shown ? forWhatIsShown : {}),
    ...(secure ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
  };
  for (const [name, value] of Object.entries(wanted)) {
    if (!headers.has(name)) headers.set(name, value);
  }
}
