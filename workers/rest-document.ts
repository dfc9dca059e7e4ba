/** The API's document as readers get it: our errors, who may call, and examples. Pure. */
import type { OpenAPIObject } from "trpc-to-openapi";
import { type ErrorCode, errorCodes } from "#shared/errors.ts";
import { type RestExample, restExamples } from "./rest-examples.ts";

type SchemaObject = Exclude<
  NonNullable<NonNullable<OpenAPIObject["components"]>["schemas"]>[string],
  { $ref: string }
>;
type Operation = Record<string, unknown> & {
  security?: unknown[];
  responses?: Record<string, unknown>;
  requestBody?: { content?: Record<string, object> };
};

const methods = ["get", "post", "put", "patch", "delete"] as const;
const codes = Object.keys(errorCodes) as ErrorCode[];
const json = "application/json";
/** What any operation may answer, whatever it does: see platform/http-door.ts. */
const everywhere = [413, 429, 500, 503];

/**
 * The document that the routers make, with what they cannot say. `successes` are the statuses of
 * operations (`POST /path`) that answer something else than 200.
 */
export function describeRest(
  document: OpenAPIObject,
  successes: ReadonlyMap<string, number>,
): OpenAPIObject {
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => {
    const described = methods.flatMap((method) => {
      const operation = item[method] as Operation | undefined;
      if (!operation) return [];
      const name = `${method.toUpperCase()} ${path}`;
      return [[method, describeOperation(operation, restExamples[name], successes.get(name))]];
    });
    return [path, { ...item, ...Object.fromEntries(described) }];
  });
  const { schemas: _, ...components } = document.components ?? {};
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: { ...components, schemas: { Error: errorSchema }, responses: errorResponses },
  };
}

function describeOperation(
  operation: Operation,
  example: RestExample | undefined,
  success = 200,
): Operation {
  const { responses = {}, requestBody, security } = operation;
  const statuses = new Set([...Object.keys(responses).map(Number), ...everywhere]);
  const failures = [...statuses].filter((status) => status >= 400 && status in errorNames);
  const refs = failures.map((status) => [
    String(status),
    { $ref: `#/components/responses/${errorNames[status]}` },
  ]);
  return {
    ...operation,
    // Without a token one is a guest, whom most of these serve as well.
    security: security ?? [{}, { bearer: [] }],
    ...(requestBody ? { requestBody: withExamples(requestBody, example?.request) } : {}),
    responses: {
      [success]: withExamples(responses["200"] as object, example?.response),
      ...Object.fromEntries(refs),
    },
  };
}

function withExamples(
  body: { content?: Record<string, object> },
  examples: RestExample["request"],
): object {
  const content = body.content?.[json];
  if (!examples || !content) return body;
  return { ...body, content: { ...body.content, [json]: { ...content, examples } } };
}

/** One shape for every failure, whatever the address. */
const errorSchema: SchemaObject = {
  type: "object",
  properties: {
    error: {
      type: "object",
      properties: {
        code: { type: "string", enum: codes },
        message: { type: "string", description: "Words for a person." },
        requestId: { type: "string", description: "Name it when you ask us what happened." },
        details: {
          type: "array",
          description: "The fields that were wrong.",
          items: {
            type: "object",
            properties: { path: { type: "string" }, message: { type: "string" } },
            required: ["path", "message"],
            additionalProperties: false,
          },
        },
      },
      required: ["code", "message", "requestId"],
      additionalProperties: false,
    },
  },
  required: ["error"],
  additionalProperties: false,
};

/** A status has one response, named by the first of its codes. */
const errorNames: Record<number, string> = Object.fromEntries(
  codes.toReversed().map((code) => [errorCodes[code].status, code]),
);

const errorResponses = Object.fromEntries(
  Object.entries(errorNames).map(([status, name]) => [
    name,
    errorResponse(codes.filter((code) => String(errorCodes[code].status) === status)),
  ]),
);

function errorResponse(list: readonly ErrorCode[]) {
  const examples = list.map((code) => [code, { value: errorExample(code) }]);
  const schema: SchemaObject = { type: "integer" };
  const retry = { "Retry-After": { description: "In seconds.", schema } };
  return {
    description: list.map((code) => `\`${code}\`: ${errorCodes[code].message}`).join(" "),
    ...(list.includes("RATE_LIMITED") ? { headers: retry } : {}),
    content: {
      [json]: {
        schema: { $ref: "#/components/schemas/Error" },
        examples: Object.fromEntries(examples),
      },
    },
  };
}

function errorExample(code: ErrorCode) {
  const requestId = "0b7d5f0e-3c1a-4f52-9a57-2f6a1f0c9e11";
  const details = [{ path: "choice", message: "Too big: expected number to be <=3" }];
  const { message } = errorCodes[code];
  return { error: { code, message, requestId, ...(code === "BAD_INPUT" ? { details } : {}) } };
}
