/** Writes plain values in the format (turbo-stream) in which Remix's browser script reads answers. */

type Plain =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Plain[]
  | { [key: string]: Plain };

const nothing = { null: -5, undefined: -7 } as const;

/** One line: all values in a row, each pointing at its parts by their places. */
function encode(value: Plain, lines: string[]): number {
  if (value === undefined) return nothing.undefined;
  if (value === null) return nothing.null;
  const place = lines.push("") - 1;
  if (typeof value !== "object") {
    lines[place] = JSON.stringify(value);
  } else if (Array.isArray(value)) {
    lines[place] = `[${value.map((part: Plain) => encode(part, lines)).join(",")}]`;
  } else {
    const parts = Object.entries(value).map(
      ([key, part]) => `"_${encode(key, lines)}":${encode(part as Plain, lines)}`,
    );
    lines[place] = `{${parts.join(",")}}`;
  }
  return place;
}

function answer(line: string): Response {
  return new Response(`${line}\n`, {
    status: 202,
    headers: { "Content-Type": "text/x-script", "X-Remix-Response": "yes" },
  });
}

/** What an action answers to its form. `value` must be plain data, as JSON knows it. */
export function actionAnswer(value: object | null): Response {
  return answer(actionLine(value));
}

export function actionLine(value: object | null): string {
  const lines: string[] = [];
  encode({ data: value as Plain }, lines);
  return `[${lines.join(",")}]`;
}

/** Sends the browser to the page itself, in place of its data. */
export function goToPage(path: string): Response {
  return answer(goToLine(path));
}

export function goToLine(path: string): string {
  // Place 0 is the named value of Remix that points at its content.
  const lines = [`["SingleFetchRedirect",1]`];
  encode({ redirect: path, status: 302, revalidate: false, reload: true, replace: false }, lines);
  return `[${lines.join(",")}]`;
}
