/** The page of the REST interface, made of its document: what one may call, with what, and what comes back. */
import { html } from "hono/html";
import type { OpenAPIObject } from "trpc-to-openapi";
import { curlOf } from "./docs-curl.ts";
import { boundsOf, type Schema, shapeOf } from "./schema-shape.ts";

interface Body {
  description?: string;
  content?: Record<
    string,
    { schema?: Schema; examples?: Record<string, { summary?: string; value: unknown }> }
  >;
}
interface Parameter {
  in: string;
  name: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
}
interface Operation {
  operationId: string;
  summary?: string;
  tags?: readonly string[];
  security?: readonly object[];
  parameters?: readonly Parameter[];
  requestBody?: Body;
  responses: Record<string, Body & { $ref?: string }>;
}
interface Call extends Operation {
  method: string;
  path: string;
}
type Part = ReturnType<typeof html>;

const contentOf = (body: Body | undefined) => body?.content?.["application/json"];

/** The whole page. It loads one stylesheet of ours and runs nothing. */
export function docsPage(document: OpenAPIObject): Part {
  const base = document.servers?.[0]?.url ?? "/api";
  const calls = callsOf(document);
  const tags = [...new Set(calls.map(tagOf))];
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>The REST interface · Vel Tutor</title>
<meta name="robots" content="noindex"><link rel="icon" type="image/svg+xml" href="/favicon.svg">
<link rel="stylesheet" href="/api-docs.css"></head><body><main>
<p><a href="/">Vel Tutor</a></p><h1>The REST interface</h1>
<p>${wordsAndCode(document.info.description)}</p>
<p>The token is sent as <code>Authorization: Bearer TOKEN</code>; a member makes one under <a href="/settings/security">Security</a>.
A click on a command marks all of it. The same as a document: <a href="/api/openapi.json">/api/openapi.json</a>.</p>
<nav aria-label="Parts"><ul>${tags.map((tag) => html`<li><a href="#${tag}">${wordsOf(tag)}</a></li>`)}<li><a href="#errors">errors</a></li></ul></nav>
${tags.map((tag) => html`<section aria-labelledby="${tag}"><h2 id="${tag}">${wordsOf(tag)}</h2>${calls.filter((call) => tagOf(call) === tag).map((call) => callPart(call, base))}</section>`)}
${errorsPart(document)}</main></body></html>`;
}

const tagOf = ({ tags }: Operation) => tags?.[0] ?? "others";
const wordsOf = (tag: string) => tag.replaceAll("-", " ");

/** Words of the document, with what stands between backticks as code. */
const wordsAndCode = (text = "") =>
  text.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));

function callsOf(document: OpenAPIObject): Call[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
      ...operation,
      path,
      method: method.toUpperCase(),
    })),
  );
}

function callPart(call: Call, base: string): Part {
  const { operationId, method, path, summary, parameters = [], requestBody, responses } = call;
  const failures = Object.entries(responses).filter(([status]) => status !== "200");
  return html`<details id="${operationId}"><summary><h3><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code></h3>
<p>${summary}</p></summary><div class="body">
<p class="soft">${needsToken(call) ? "Needs a token." : "Guests may call it, too."}</p>
<h4>Command</h4><pre class="copy">${commandOf(call, base)}</pre>
${parameters.length > 0 ? html`<h4>Parameters</h4><ul>${parameters.map(parameterPart)}</ul>` : ""}
${requestBody ? html`<h4>Request</h4>${bodyPart(requestBody)}` : ""}
<h4>Response</h4>${bodyPart(responses["200"])}
<h4>Errors</h4><p>${failures.map(([status, { $ref }]) => html`<a href="#${$ref?.split("/").at(-1) ?? "errors"}">${status}</a> `)}</p>
</div></details>`;
}

/** An empty requirement among the others says that none is needed. */
const needsToken = ({ security = [] }: Operation) =>
  security.every((requirement) => Object.keys(requirement).length > 0);

function commandOf(call: Call, base: string): string {
  const { method, path, parameters = [] } = call;
  const content = contentOf(call.requestBody);
  const [first] = Object.values(content?.examples ?? {});
  const query = parameters
    .filter((parameter) => parameter.in === "query" && parameter.required)
    .map(({ name, schema = {} }) => ({ name, schema }));
  const body = content ? { schema: content.schema ?? {}, example: first?.value } : null;
  return curlOf({ base, method, path, needsToken: needsToken(call), query, body });
}

function parameterPart({ in: place, name, required, description, schema = {} }: Parameter): Part {
  const said = [boundsOf(schema), description, required ? "" : "may be left out"];
  return html`<li><code>${name}</code> in the ${place}: <code>${shapeOf(schema)}</code>${said.filter(Boolean).map((words) => `, ${words}`)}</li>`;
}

function bodyPart(body: Body | undefined): Part {
  const { schema = {}, examples = {} } = contentOf(body) ?? {};
  return html`<pre>${shapeOf(schema)}</pre>${Object.values(examples).map(
    ({ summary, value }) =>
      html`<p>Example: ${summary}</p><pre>${JSON.stringify(value, null, 2)}</pre>`,
  )}`;
}

function errorsPart({ components = {} }: OpenAPIObject): Part {
  const shape = shapeOf((components.schemas?.["Error"] ?? {}) as Schema);
  const responses = Object.entries((components.responses ?? {}) as Record<string, Body>);
  return html`<section aria-labelledby="errors"><h2 id="errors">errors</h2>
<p>Every failure has one shape.</p><pre>${shape}</pre><ul>
${responses.map(([name, { description }]) => html`<li id="${name}">${wordsAndCode(description)}</li>`)}</ul></section>`;
}
