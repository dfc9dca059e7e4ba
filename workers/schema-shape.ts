/** A JSON schema as people read it: names, kinds and bounds on few lines; and a value to begin with. Pure. */

export interface Schema {
  type?: string | readonly string[];
  enum?: readonly unknown[];
  const?: unknown;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
  description?: string;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  default?: unknown;
}

/** What zod writes for an integer without bounds of its own says nothing to a reader. */
const isBound = (value: number | undefined) =>
  value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER;

/** The shape in TypeScript's manner: `name?: kind` for what may be left out. */
export function shapeOf(schema: Schema, indent = ""): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return [...new Set(either.map((one) => shapeOf(one, indent)))].join(" | ");
  if (schema.allOf) return schema.allOf.map((one) => shapeOf(one, indent)).join(" & ");
  if (typeof schema.type === "object") {
    return schema.type.map((type) => shapeOf({ ...schema, type }, indent)).join(" | ");
  }
  if (schema.type === "object") return objectShape(schema, indent);
  if (schema.type === "array") {
    const items = shapeOf(schema.items ?? {}, indent);
    return `${/ [|&] /.test(items) && !items.startsWith("{") ? `(${items})` : items}[]`;
  }
  return schema.type ?? "any";
}

function objectShape(schema: Schema, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(schema.properties ?? {}).map(([name, value]) => {
    const optional = schema.required?.includes(name) ? "" : "?";
    const bounds = boundsOf(value);
    const said = [bounds, value.description].filter(Boolean).join("; ");
    return `${inner}${name}${optional}: ${shapeOf(value, inner)}${said ? `  // ${said}` : ""}`;
  });
  const others = schema.additionalProperties;
  if (typeof others === "object") lines.push(`${inner}[name]: ${shapeOf(others, inner)}`);
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${indent}}`;
}

/** What a value must be besides its kind, in words; "" where any value of the kind will do. */
export function boundsOf(schema: Schema): string {
  const lengths = rangeOf(schema.minLength, schema.maxLength);
  const items = rangeOf(schema.minItems, schema.maxItems);
  const said = [
    rangeOf(schema.minimum, schema.maximum),
    lengths && `${lengths} characters`,
    items && `${items} items`,
    schema.format ?? "",
    // The pattern of a format is the format again.
    schema.pattern && !schema.format ? `like ${schema.pattern}` : "",
    schema.default === undefined ? "" : `${JSON.stringify(schema.default)} when left out`,
  ];
  return said.filter(Boolean).join(", ");
}

function rangeOf(low: number | undefined, high: number | undefined): string {
  if (isBound(low) && isBound(high)) return low === high ? `${low}` : `${low} to ${high}`;
  if (isBound(high)) return `at most ${high}`;
  return isBound(low) ? `at least ${low}` : "";
}

/** A value of the schema's kind to fill in: the first choice, the smallest number, "…" for words. */
export function sampleOf(schema: Schema): unknown {
  const { type } = schema;
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  const first = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (first) return sampleOf(first);
  if (type === "object") return sampleObject(schema);
  if (type === "array") return schema.items && schema.minItems ? [sampleOf(schema.items)] : [];
  if (type === "integer" || type === "number") return isBound(schema.minimum) ? schema.minimum : 0;
  if (type === "boolean") return true;
  return type === "string" ? "…" : null;
}

function sampleObject({ properties = {}, required = [] }: Schema) {
  const needed = Object.entries(properties).filter(([name]) => required.includes(name));
  return Object.fromEntries(needed.map(([name, value]) => [name, sampleOf(value)]));
}
