/** `vt_exp`: the variants of one person, signed, so that a change of weights moves nobody. */
import * as z from "zod";
import type { Assignments } from "#shared/experiments.ts";
import type { VisitorId } from "#shared/ids.ts";
import type { CookieJar } from "../../platform/cookie-jar.ts";
import { openValue, sealValue } from "../../platform/sealed-value.ts";

export const assignmentCookie = "vt_exp";
const purpose = "assignments.v1";
const maxAgeS = 180 * 24 * 3600;
/** The oldest leave first: a cookie holds 4 KB. */
const mostKept = 20;

const kept = z.object({
  person: z.string(),
  variants: z.array(z.tuple([z.string(), z.string(), z.number().int()])).max(mostKept),
});

/** The person's variants. Those of somebody else at the same browser are not this person's. */
export async function readAssignments(
  cookies: CookieJar,
  secret: string,
  person: VisitorId,
): Promise<Assignments> {
  const text = cookies.get(assignmentCookie);
  const parsed = text ? kept.safeParse(await openValue(secret, purpose, text)) : null;
  if (!parsed?.success || parsed.data.person !== person) return {};
  return Object.fromEntries(
    parsed.data.variants.map(([key, variant, phase]) => [key, { variant, phase }]),
  );
}

/** Keeps them for 180 days. */
export async function keepAssignments(
  cookies: CookieJar,
  secret: string,
  person: VisitorId,
  assignments: Assignments,
): Promise<void> {
  const variants = Object.entries(assignments)
    .slice(-mostKept)
    .map(([key, { variant, phase }]) => [key, variant, phase]);
  cookies.set(assignmentCookie, await sealValue(secret, purpose, { person, variants }), maxAgeS);
}
