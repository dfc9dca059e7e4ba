/** Calls the Worker's procedures as its own pages do, and signs people in by their mail. */

import { BenchFault } from "./bench-fault.ts";
import type { Answer, Browser } from "./browser.ts";

/** An answer with what the procedure gave. */
export interface Called extends Answer {
  // The bench reads what it needs of an answer; a shape it does not have fails there.
  data: Record<string, unknown>;
}

/** Calls a procedure and takes whatever it answers. */
export function ask(
  browser: Browser,
  kind: "query" | "mutation",
  path: string,
  input?: unknown,
): Promise<Answer> {
  if (kind === "mutation") return browser.post(`/trpc/${path}`, input ?? {});
  const search = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  return browser.get(`/trpc/${path}${search}`);
}

/** Calls a query that must succeed. */
export async function query(browser: Browser, path: string, input?: unknown): Promise<Called> {
  return called(path, await ask(browser, "query", path, input));
}

/** Calls a mutation that must succeed. */
export async function mutate(browser: Browser, path: string, input: unknown): Promise<Called> {
  return called(path, await ask(browser, "mutation", path, input));
}

/** Throws BenchFault for any answer but 200. */
function called(path: string, answer: Answer): Called {
  if (answer.status !== 200) {
    throw new BenchFault(`${path} answered ${answer.status}: ${answer.text.slice(0, 300)}`);
  }
  return { ...answer, data: JSON.parse(answer.text).result.data };
}

/** The token in the newest mail to that address. Throws BenchFault where there is none. */
export async function readMailToken(browser: Browser, email: string): Promise<string> {
  const answer = await browser.get(`/dev/mail.json?to=${encodeURIComponent(email)}`);
  const [mail] = JSON.parse(answer.text) as { links: string[] }[];
  const token = mail?.links.map((link) => new URL(link).searchParams.get("token")).find(Boolean);
  if (!token) throw new BenchFault(`there is no mail with a token to ${email}`);
  return token;
}

/** Signs a person in who has an account. */
export async function signIn(browser: Browser, email: string): Promise<void> {
  await mutate(browser, "people.requestSignIn", { email });
  const token = await readMailToken(browser, email);
  const { data } = await mutate(browser, "people.confirmSignIn", { token });
  if (data["status"] !== "signed_in") throw new BenchFault(`${email} could not sign in`);
}
