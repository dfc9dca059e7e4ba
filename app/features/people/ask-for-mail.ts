/** Asks the server for a sign-in mail, from the fields of any of the forms that do so. */
import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import { attempt, type Outputs, type Refusal } from "#app/trpc.ts";
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
  return answer.status === "done" ? answer.value : inWords(answer);
}

/** A refused field here is an address; what the procedure says itself is for people already. */
function inWords(refusal: Refusal): Refusal {
  if (refusal.code !== "BAD_INPUT" || refusal.details.length === 0) return refusal;
  return { ...refusal, message: "Please check the address: is a letter missing?" };
}
