/** An operation as a command to copy. Pure. */
import { type Schema, sampleOf } from "./schema-shape.ts";

export interface CurlParts {
  /** Where the interface is mounted, such as `https://host/api`. */
  base: string;
  method: string;
  /** As the document names it, with `{names}`. */
  path: string;
  needsToken: boolean;
  /** Names of the query that must be there, with their schemas. */
  query: readonly { name: string; schema: Schema }[];
  /** Null where nothing is sent. */
  body: { schema: Schema; example: unknown } | null;
}

/** What the caller fills in is a variable of the shell: `{runId}` becomes `$RUN_ID`. */
const variable = (name: string) => `$${name.replaceAll(/([A-Z])/g, "_$1").toUpperCase()}`;
const inShell = (text: string) => text.replaceAll("'", "'\\''");

export function curlOf({ base, method, path, needsToken, query, body }: CurlParts): string {
  const asked = query.map(({ name, schema }) => `${name}=${String(sampleOf(schema))}`).join("&");
  const address = `${base}${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => variable(name))}`;
  const lines = [
    `curl${method === "GET" ? "" : ` -X ${method}`} "${address}${asked && `?${asked}`}"`,
    ...(needsToken ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(body ? ['-H "Content-Type: application/json"', `-d '${bodyOf(body)}'`] : []),
  ];
  return lines.join(" \\\n  ");
}

const bodyOf = ({ schema, example }: NonNullable<CurlParts["body"]>) =>
  inShell(JSON.stringify(example ?? sampleOf(schema)));
