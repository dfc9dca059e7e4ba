/** Renders a page under the response's nonce. */
import type { AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/cloudflare";
import { RemixServer } from "@remix-run/react";
import { renderToReadableStream } from "react-dom/server";
import { NonceProvider } from "./features/shell/nonce.ts";
import { scriptLinks } from "./features/shell/script-links.ts";
import { wordsOfDocument } from "./words/page-words.server.ts";
import { WordsProvider } from "./words/use-words.ts";

/** Nothing on our pages comes late, but code: a page is whole also where no script runs. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  let answer = status;
  const body = await renderToReadableStream(
    <NonceProvider value={nonce}>
      <WordsProvider value={wordsOfDocument(request, remixContext)}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </WordsProvider>
    </NonceProvider>,
    {
      nonce,
      signal: request.signal,
      onError() {
        answer = 500;
      },
    },
  );
  await body.allReady;
  headers.set("Content-Type", "text/html; charset=utf-8");
  for (const link of scriptLinks(remixContext, nonce)) headers.append("Link", link);
  return new Response(body, { headers, status: answer });
}

/** What neither a loader nor a boundary expected. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs): void {
  if (!request.signal.aborted) context.reportError(error);
}
