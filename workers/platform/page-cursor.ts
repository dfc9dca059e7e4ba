/** Where the next page of a list begins: the last row's time and id, as one opaque text. */
import * as z from "zod";
import { type Id, type IdPrefix, isId } from "#shared/ids.ts";

export interface PagePosition<P extends IdPrefix> {
  /** Milliseconds since 1970. */
  at: number;
  id: Id<P>;
}

export function encodeCursor(position: PagePosition<IdPrefix>): string {
  return `${position.at.toString(36)}.${position.id}`;
}

/** The zod schema of a cursor; anything we did not write is refused. */
export function cursorOf<P extends IdPrefix>(prefix: P) {
  return z
    .string()
    .max(60)
    .transform((text, context): PagePosition<P> => {
      const [time = "", id] = text.split(".", 2);
      const at = Number.parseInt(time, 36);
      if (isId(prefix, id) && Number.isSafeInteger(at) && at >= 0 && at < 8.64e15)
        return { at, id };
      context.addIssue({ code: "custom", message: "not a cursor of this list" });
      return z.NEVER;
    });
}

/** The zod schema of an id with that prefix; a plain string to OpenAPI. */
export function idOf<P extends IdPrefix>(prefix: P) {
  const message = `expected an id that begins with ${prefix}_`;
  const schema = z
    .string()
    .max(prefix.length + 27)
    .refine((value) => isId(prefix, value), message);
  return schema as unknown as z.ZodType<Id<P>, Id<P>>;
}
