/** The bottom of a page: what this house promises, and in which language it speaks. */
import { Link, useLocation } from "@remix-run/react";
import { useWords } from "#app/words/use-words.ts";
import { localeNames, locales } from "#shared/words/locale.ts";

export function SiteFooter() {
  const t = useWords("shell");
  return (
    <footer className="mt-auto border-line border-t">
      <div className="column flex flex-col gap-x-8 gap-y-1 py-8 text-[0.9375rem] text-soft sm:flex-row sm:flex-wrap sm:items-center sm:justify-between">
        <p className="font-bold text-ink">Vel Tutor</p>
        <p>{t("promise")}</p>
        <Link to="/privacy" className="inline-flex min-h-11 items-center text-link">
          {t("privacy")}
        </Link>
        <LanguageForm />
      </div>
    </footer>
  );
}

/** A plain form: another language is another document, with a script and without one. */
function LanguageForm() {
  const t = useWords("shell");
  const { pathname, search } = useLocation();
  return (
    <form method="post" action="/language">
      <input type="hidden" name="returnTo" value={pathname + search} />
      <fieldset className="-ms-2 flex">
        <legend className="sr-only">{t("language")}</legend>
        {locales.map((locale) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            aria-current={locale === t.locale}
            className="min-h-11 rounded-control px-2 text-soft hover:text-ink hover:underline aria-current:font-bold aria-current:text-ink"
          >
            {localeNames[locale]}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
