/** A frame of `vr.v1` is a JSON array `[type, body]`. */
import * as v from "valibot";

/** What came of reading one text: unknown types are ignored, malformed ones answered by `err`. */
export type Reading<F> =
  | { status: "frame"; frame: F }
  | { status: "unknown" }
  | { status: "malformed" };

export type FrameSchemas = Record<string, v.GenericSchema>;
export type FrameOf<S extends FrameSchemas> = {
  [T in keyof S & string]: { type: T; body: v.InferOutput<S[T]> };
}[keyof S & string];

const envelope = v.strictTuple([v.pipe(v.string(), v.maxLength(20)), v.unknown()]);

/** Reads a text by the schemas of one direction. Never throws. */
export function readFrame<S extends FrameSchemas>(schemas: S, text: string): Reading<FrameOf<S>> {
  const outer = v.safeParse(envelope, parseJson(text));
  if (!outer.success) return { status: "malformed" };
  const [type, value] = outer.output;
  const schema = Object.hasOwn(schemas, type) ? schemas[type] : undefined;
  if (!schema) return { status: "unknown" };
  const body = v.safeParse(schema, value);
  if (!body.success) return { status: "malformed" };
  return { status: "frame", frame: { type, body: body.output } as FrameOf<S> };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Length of a text in UTF-8 bytes; counts no further than it must to know it exceeds `limit`. */
export function exceedsBytes(text: string, limit: number): boolean {
  if (text.length > limit) return true;
  return text.length * 3 > limit && new TextEncoder().encode(text).byteLength > limit;
}

export const counter = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 53 - 1));
export const shortText = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
