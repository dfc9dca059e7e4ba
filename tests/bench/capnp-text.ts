/** Writes values in Cap'n Proto's text form (https://capnproto.org/language.html#constants). */

/** A file whose contents become the value; the path is relative to the configuration. */
export interface Embed {
  embed: string;
}
export type CapnpValue =
  | string
  | number
  | boolean
  | Embed
  | readonly CapnpValue[]
  | { readonly [field: string]: CapnpValue | undefined };

/** Objects become structs, undefined fields are left out, `{ embed }` reads a file. */
export function toCapnpText(value: CapnpValue): string {
  if (typeof value === "string") return quote(value);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return `[${value.map(toCapnpText).join(",\n")}]`;
  if (isEmbed(value)) return `embed ${quote(value.embed)}`;
  const fields = Object.entries(value).flatMap(([name, field]) =>
    field === undefined ? [] : [`${name} = ${toCapnpText(field)}`],
  );
  return `(${fields.join(", ")})`;
}

function isList(value: object): value is readonly CapnpValue[] {
  return Array.isArray(value);
}

function isEmbed(value: object): value is Embed {
  return "embed" in value && typeof value.embed === "string";
}

/** Cap'n Proto knows no \u: what is not printable ASCII is written as bytes of UTF-8. */
function quote(text: string): string {
  const bytes = [...Buffer.from(text, "utf8")].map((byte) => {
    if (byte === 0x22 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`;
    const printable = byte >= 0x20 && byte < 0x7f;
    return printable ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`;
  });
  return `"${bytes.join("")}"`;
}
