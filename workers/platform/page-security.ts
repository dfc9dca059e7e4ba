/** The headers that keep a page's own rights small. */
import { trustedTypesPolicy } from "#shared/page-security.ts";

/** Where browsers tell of what a policy refused. */
export const reportsPath = "/page-reports";

/** The Content-Security-Policy of our pages; scripts run only with this response's nonce. */
export function contentSecurityPolicy(nonce: string, appUrl: string): string {
  const { host, protocol } = new URL(appUrl);
  const secure = protocol === "https:";
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    // What a page is rendered with has a few style attributes (widths): they cannot run or load.
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${secure ? "wss" : "ws"}://${host}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypesPolicy}`,
    `report-uri ${reportsPath}`,
    // Browsers prefer the second way, and deliver by it from hosts with TLS alone.
    ...(secure ? ["upgrade-insecure-requests", "report-to page"] : []),
  ].join("; ");
}

/** Sets what only a page of ours has. */
export function addPageHeaders(headers: Headers, nonce: string, appUrl: string): void {
  headers.set("Content-Security-Policy", contentSecurityPolicy(nonce, appUrl));
  headers.set("Reporting-Endpoints", `page="${reportsPath}"`);
}

/** What no page of ours needs; passkeys, copying and sharing stay with our own pages. */
const closed = [
  ...["accelerometer", "autoplay", "bluetooth", "browsing-topics", "camera", "display-capture"],
  ...["encrypted-media", "fullscreen", "gamepad", "geolocation", "gyroscope", "hid"],
  ...["idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment"],
  ...["picture-in-picture", "screen-wake-lock", "serial", "storage-access", "usb"],
  ...["window-management", "xr-spatial-tracking", "clipboard-read"],
];
const kept = [
  ...["publickey-credentials-create", "publickey-credentials-get"],
  ...["clipboard-write", "web-share"],
];
const permissions = [
  ...closed.map((name) => `${name}=()`),
  ...kept.map((name) => `${name}=(self)`),
].join(", ");

/** What only a response that is shown can use: a redirect without a body has nothing to frame. */
const forWhatIsShown = {
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": permissions,
  "X-Frame-Options": "DENY",
};

/** Sets what every response carries; a header that is there already stays. */
export function addSecurityHeaders(headers: Headers, secure: boolean, shown = true): void {
  const wanted: Record<string, string> = {
    "Referrer-Policy": "same-origin",
    ...(shown ? forWhatIsShown : {}),
    ...(secure ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
  };
  for (const [name, value] of Object.entries(wanted)) {
    if (!headers.has(name)) headers.set(name, value);
  }
}
