/** What a browser reports of a page: read from either of the two forms, and kept without a person. */

/** One thing that a page's policy refused. */
export interface PageReport {
  /** Such as `script-src-elem`. */
  directive: string;
  /** The first part of the page's path: what follows names people, results and links. */
  page: string;
  /** Where it came from, as a kind: never an address. */
  blocked: "own" | "other" | "inline" | "eval" | "trusted-types" | "data" | "extension" | "unknown";
}

/** A browser may send several at once; more of them say nothing new. */
export const mostReports = 10;

const words = new Map<string, PageReport["blocked"]>([
  ["inline", "inline"],
  ["eval", "eval"],
  ["wasm-eval", "eval"],
  ["trusted-types-policy", "trusted-types"],
  ["trusted-types-sink", "trusted-types"],
  ["data", "data"],
  ["self", "own"],
]);

/** Of any JSON value: the reports of Reporting API and `report-uri`; what is neither is left out. */
export function readPageReports(value: unknown, appUrl: string): PageReport[] {
  const list = Array.isArray(value) ? value.slice(0, mostReports) : [value];
  return list.flatMap((entry) => {
    const found = bodyOf(entry);
    return found ? [reportOf(found, appUrl)] : [];
  });
}

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

function bodyOf(entry: unknown): Fields | null {
  if (!isFields(entry)) return null;
  if (isFields(entry["csp-report"])) return entry["csp-report"];
  return entry["type"] === "csp-violation" && isFields(entry["body"]) ? entry["body"] : null;
}

function reportOf(body: Fields, appUrl: string): PageReport {
  const text = (...names: string[]) =>
    names.map((name) => body[name]).find((value) => typeof value === "string") ?? "";
  const directive = text("effectiveDirective", "effective-directive", "violated-directive");
  return {
    directive: /^[a-z-]{1,40}/.exec(String(directive))?.[0] ?? "unknown",
    page: pageOf(String(text("documentURL", "document-uri"))),
    blocked: blockedOf(String(text("blockedURL", "blocked-uri")), appUrl),
  };
}

function pageOf(address: string): string {
  if (!URL.canParse(address)) return "unknown";
  const [, first = ""] = new URL(address).pathname.split("/", 2);
  return /^[a-z-]{0,30}$/.test(first) ? `/${first}` : "unknown";
}

function blockedOf(text: string, appUrl: string): PageReport["blocked"] {
  const known = words.get(text);
  if (known) return known;
  if (!URL.canParse(text)) return "unknown";
  const { protocol, origin } = new URL(text);
  if (protocol.endsWith("extension:")) return "extension";
  if (protocol === "data:" || protocol === "blob:") return "data";
  return origin === new URL(appUrl).origin ? "own" : "other";
}
