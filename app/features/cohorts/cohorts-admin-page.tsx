/** Study groups, for admins: their size, and which of their tutors may see names and results. */
import { Form, Link, useNavigation } from "@remix-run/react";
import type { Outputs } from "#app/trpc.ts";
import { Button } from "#app/ui/button.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { plural } from "#app/ui/time-format.ts";
import { subjectNames } from "#shared/vocabulary.ts";

type Listed = Outputs["cohorts"]["forAdmin"]["cohorts"];

export function CohortsAdminPage({ cohorts }: { cohorts: Listed }) {
  return (
    <Page>
      <PageHead
        kicker="Admin"
        title="Study groups"
        lede="The tutor of a group sees the names and results of its students. Any member who is a tutor can be named."
      />
      <ul className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        {cohorts.map((cohort) => (
          <li key={cohort.slug} className="rounded-stone border border-line bg-card p-5 sm:p-6">
            <h2 className="text-head">
              <Link to={`/cohort/${cohort.slug}`} className="hover:text-river">
                {cohort.name}
              </Link>
            </h2>
            <p className="text-soft">
              {`${subjectNames[cohort.subject]}, ${plural(cohort.members, "member")}`}
            </p>
            <Tutors slug={cohort.slug} group={cohort.name} tutors={cohort.tutors} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

interface TutorsProps {
  slug: string;
  group: string;
  tutors: Listed[number]["tutors"];
}

function Tutors({ slug, group, tutors }: TutorsProps) {
  const busy = useNavigation().state !== "idle";
  if (tutors.length === 0) return <p className="mt-3">No member is a tutor yet.</p>;
  return (
    <ul className="mt-3 divide-y divide-line">
      {tutors.map(({ userId, alias, named }) => (
        <li key={userId}>
          <Form method="post" className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <input type="hidden" name="slug" value={slug} />
            <input type="hidden" name="userId" value={userId} />
            <p className="min-w-40 grow">
              <strong>{alias}</strong>
              <span className="block text-[0.9375rem] text-soft">
                {named ? "The tutor of this group" : "A member like others"}
              </span>
            </p>
            <Button
              type="submit"
              size="small"
              name="named"
              value={named ? "no" : "yes"}
              tone={named ? "plain" : "river"}
              aria-disabled={busy}
              aria-label={`${named ? "End as tutor" : "Name as tutor"}: ${alias}, ${group}`}
            >
              {named ? "End as tutor" : "Name as tutor"}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
