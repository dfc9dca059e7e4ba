/** Asks the server for a sign-in mail, from the fields of any of the forms that do so. */
import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import { attempt, type Outputs, type Refusal } from "#app/trpc.ts";
import { wordsFor } from "#app/words/page-words.server.ts";
import { type Persona, personas } from "#shared/vocabulary.ts";
import type { SignInFields } from "./sign-in-request.ts";

type Asked = Outputs["people"]["requestSignIn"] | Refusal;

/** What the forms show in place instead of an error page. */
const shown = ["BAD_INPUT", "RATE_LIMITED", "UNAVAILABLE"] as const;

/** With a year of birth it asks to join; without one, only to sign in. */
export async function askForMail(args: ActionFunctionArgs, fields: SignInFields): Promise<Asked> {
  const { email = "", returnTo, birthYear, guardianEmail } = fields;
  const persona = personas.find((known) => known === fields.persona) ?? ("student" as Persona);
  const join = birthYear && {
    birthYear: Number(birthYear),
    persona,
    ...(guardianEmail ? { guardianEmail } : {}),
  };
  const request = { email, ...(join ? { join } : {}), ...(returnTo ? { returnTo } : {}) };
  const answer = await attempt(args, args.context.trpc.people.requestSignIn(request), shown);
  return answer.status === "done"
    ? answer.value
    : { ...answer, message: messageOf(args, answer, fields) };
}

/** A refused field is an address; without one, the answers do not go together. */
function messageOf(args: ActionFunctionArgs, refusal: Refusal, fields: SignInFields): string {
  const t = wordsFor(args, "people");
  if (refusal.code === "RATE_LIMITED") return t("several_mails");
  if (refusal.code !== "BAD_INPUT") return wordsFor(args, "shell")(`failure_${refusal.code}`);
  if (refusal.details.length > 0) return t("check_address");
  const { email, guardianEmail, persona } = fields;
  if (guardianEmail?.trim().toLowerCase() === email?.trim().toLowerCase()) return t("not_your_own");
  return persona && persona !== "student" ? t("adults_only") : t("check_year");
}
