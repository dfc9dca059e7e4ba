/** Neon's HTTP protocol: what `neon()` posts to `/sql` and what it reads back. */
import type { IncomingHttpHeaders } from "node:http";
import { DatabaseError } from "pg-protocol";
import { LocalDatabaseError, sentenceOf } from "#db/local/errors.ts";

/** A statement with its parameters in Postgres' text form. */
export interface Statement {
  query: string;
  params: (string | null)[];
}

/** One statement by itself, or a batch that is one transaction. */
export interface SqlRequest {
  statements: Statement[];
  /** The BEGIN of a batch; `null` for a single statement. */
  begin: string | null;
  rowsAsArrays: boolean;
}

/** A column of a result, named as in Neon's answer. */
export interface ResultField {
  name: string;
  tableID: number;
  columnID: number;
  dataTypeID: number;
  dataTypeSize: number;
  dataTypeModifier: number;
  format: string;
}

/** A statement's result, values in Postgres' text form. */
export interface SqlResult {
  command: string;
  rowCount: number | null;
  fields: ResultField[];
  rows: (string | null)[][];
}

/** What is sent back. */
export interface SqlAnswer {
  status: number;
  body: unknown;
}

const MOST_PARAMETERS = 65_535;

const ISOLATION_LEVELS: Record<string, string> = {
  ReadUncommitted: "READ UNCOMMITTED",
  ReadCommitted: "READ COMMITTED",
  RepeatableRead: "REPEATABLE READ",
  Serializable: "SERIALIZABLE",
};

const ERROR_FIELDS = [
  ...["severity", "code", "detail", "hint", "position", "internalPosition", "internalQuery"],
  ...["where", "schema", "table", "column", "dataType", "constraint", "file", "line", "routine"],
] as const;

/** Reads a request; throws a sentence for what is not one. */
export function parseSqlRequest(headers: IncomingHttpHeaders, body: string): SqlRequest {
  const json = parseJson(body);
  const rowsAsArrays = headers["neon-array-mode"] === "true";
  if (isRecord(json) && Array.isArray(json["queries"])) {
    const statements = json["queries"].map(parseStatement);
    return { statements, begin: beginOf(headers), rowsAsArrays };
  }
  return { statements: [parseStatement(json)], begin: null, rowsAsArrays };
}

/** Results in the form that the driver expects. */
export function answerOf(request: SqlRequest, results: SqlResult[]): SqlAnswer {
  const formed = results.map((result) => ({
    ...result,
    rows: request.rowsAsArrays ? result.rows : result.rows.map((row) => named(result, row)),
    rowAsArray: request.rowsAsArrays,
  }));
  return { status: 200, body: request.begin === null ? formed[0] : { results: formed } };
}

/** Database errors are 400 with Postgres' fields; the driver rebuilds its error from those. */
export function errorAnswerOf(error: unknown): SqlAnswer {
  if (error instanceof DatabaseError) {
    const fields: Record<string, unknown> = { message: error.message };
    for (const name of ERROR_FIELDS) fields[name] = Reflect.get(error, name);
    return { status: 400, body: fields };
  }
  if (error instanceof LocalDatabaseError) {
    return {
      status: 400,
      body: { message: error.message, code: error.code, severity: "ERROR" },
    };
  }
  return { status: 502, body: { message: sentenceOf(error) } };
}

/** The command word and the row count in a command tag such as "INSERT 0 3". */
export function readCommandTag(tag: string): Pick<SqlResult, "command" | "rowCount"> {
  const words = tag.split(" ");
  const last = words.at(-1) ?? "";
  return { command: words[0] ?? "", rowCount: /^\d+$/.test(last) ? Number(last) : null };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new LocalDatabaseError("The request body is not JSON.", "08P01");
  }
}

function parseStatement(json: unknown): Statement {
  const params = isRecord(json) ? (json["params"] ?? []) : [];
  if (!isRecord(json) || typeof json["query"] !== "string" || !Array.isArray(params)) {
    throw new LocalDatabaseError('A statement is {"query": "...", "params": [...]}.', "08P01");
  }
  if (params.length > MOST_PARAMETERS) {
    throw new LocalDatabaseError(`A statement takes ${MOST_PARAMETERS} parameters at most.`);
  }
  return { query: json["query"], params: params.map(parameterText) };
}

// The driver sends text already; bare numbers, booleans and objects come from other clients.
function parameterText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

function beginOf(headers: IncomingHttpHeaders): string {
  const words = ["BEGIN"];
  const level = headers["neon-batch-isolation-level"];
  if (level !== undefined) {
    const name = ISOLATION_LEVELS[String(level)];
    if (!name) throw new LocalDatabaseError(`Unknown isolation level "${level}".`, "22023");
    words.push("ISOLATION LEVEL", name);
  }
  const readOnly = headers["neon-batch-read-only"];
  if (readOnly !== undefined) words.push(readOnly === "true" ? "READ ONLY" : "READ WRITE");
  if (headers["neon-batch-deferrable"] === "true") words.push("DEFERRABLE");
  return words.join(" ");
}

function named(result: SqlResult, row: (string | null)[]): Record<string, string | null> {
  return Object.fromEntries(result.fields.map((field, index) => [field.name, row[index] ?? null]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
