/** Where an address names no study group: one's own groups, and the way home. */
import { Link } from "@remix-run/react";
import type { Outputs } from "#app/trpc.ts";
import { LostOtter } from "#app/ui/art/lost-otter.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { useWords } from "#app/words/use-words.ts";

interface UnknownCohortProps {
  /** The person's own; none for guests. */
  groups: Outputs["cohorts"]["mine"]["cohorts"];
  signedIn: boolean;
}

export function UnknownCohort({ groups, signedIn }: UnknownCohortProps) {
  const t = useWords("cohort");
  const s = useWords("shell");
  return (
    <Page width="text" className="my-auto text-center">
      <LostOtter className="mx-auto mb-6 w-64 max-w-full" />
      <h1 className="text-title">{t("unknown")}</h1>
      <p className="mx-auto mt-3 max-w-md text-lede text-soft">{s("error_way_404")}</p>
      {groups.length > 0 ? (
        <section aria-labelledby="yours" className="mt-8">
          <h2 id="yours" className="mb-4 text-head">
            {s("palette_groups")}
          </h2>
          <ul className="flex flex-wrap justify-center gap-2">
            {groups.map(({ slug, name, subject }) => (
              <li key={slug}>
                <Link
                  to={`/cohort/${slug}`}
                  data-subject={subject}
                  className="inline-flex min-h-11 items-center rounded-full bg-stone px-4 font-bold text-on-stone hover:brightness-105"
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <ButtonLink to={signedIn ? "/home" : "/"} tone="sun" className="mt-8">
        {s(signedIn ? "go_home" : "go_start")}
      </ButtonLink>
    </Page>
  );
}
