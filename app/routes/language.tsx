/** `/language`: keeps the person's choice of a language, and leads back to where it was made. */
import { type ActionFunctionArgs, redirect } from "@remix-run/cloudflare";
import { languageCookie, readLocale } from "#shared/words/choose-locale.ts";
import { pathWithin } from "#shared/words/path-within.ts";

export function loader() {
  return redirect("/");
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const locale = readLocale(form.get("locale"));
  const back = pathWithin(context.appUrl, form.get("returnTo"));
  const headers = locale ? { "Set-Cookie": languageCookie(locale) } : {};
  return redirect(back, { status: 303, headers });
}
