/** French puts a space that never breaks before high punctuation and inside its quotation marks. */
import type { Dictionary, Message } from "./message.ts";

/** Writers type ordinary spaces: narrow ones stand before `;`, `!` and `?`, full ones elsewhere. */
export function withFrenchSpaces(dictionary: Dictionary): Dictionary {
  return mapForms(dictionary, (text) =>
    text
      .replace(/ ([;!?])/g, "\u202f$1")
      .replace(/ ([:»])/g, "\u00a0$1")
      .replace(/« /g, "«\u00a0"),
  );
}

function mapForms(dictionary: Dictionary, change: (text: string) => string): Dictionary {
  const changed = Object.entries(dictionary).map(([key, message]) => {
    if (typeof message === "string") return [key, change(message)];
    const forms = Object.entries(message).map(([rule, text]) => [rule, change(text)]);
    return [key, Object.fromEntries(forms) as Message];
  });
  return Object.fromEntries(changed);
}
