/** GET /api/docs: the REST interface to read, with commands to copy. */
import { docsPage } from "./docs-page.ts";
import { openApiDocument } from "./rest-door.ts";

/** One stylesheet and the icon; nothing runs, nothing is sent. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The page, made once per isolate: it is the same for everybody. */
let page: string | undefined;

export function answerDocs(appUrl: string): Response {
  page ??= String(docsPage(openApiDocument(appUrl)));
  return new Response(page, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": contentSecurityPolicy,
      "Cache-Control": "no-store",
    },
  });
}
