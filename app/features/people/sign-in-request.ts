/** Keeps what was asked for in this tab, so that "send it again" needs no typing. */

const key = "sign-in-request";
const names = ["email", "returnTo", "birthYear", "persona", "guardianEmail"] as const;

export type SignInFields = Partial<Record<(typeof names)[number], string>>;

/** Called as the form is sent. The tab forgets it when it closes, and at signing out. */
export function keepSignInRequest(form: HTMLFormElement): void {
  const fields = fieldsOf(new FormData(form));
  try {
    sessionStorage.setItem(key, JSON.stringify(fields));
  } catch {
    // Without storage the person types the address again.
  }
}

/** Null where this tab asked for nothing. */
export function readSignInRequest(): SignInFields | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return kept && typeof kept === "object" ? (kept as SignInFields) : null;
  } catch {
    return null;
  }
}

/** The known, filled fields of a form, as text. */
export function fieldsOf(form: FormData): SignInFields {
  const fields: SignInFields = {};
  for (const name of names) {
    const value = form.get(name);
    if (typeof value === "string" && value !== "") fields[name] = value;
  }
  return fields;
}
