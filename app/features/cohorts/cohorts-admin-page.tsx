/** Study groups, for admins: their size, and which of their tutors may see names and results. */
import { Form, Link, useNavigation } from "@remix-run/react";
import type { Outputs } from "#app/trpc.ts";
import { AdminTable, Cell, RowHead } from "#app/ui/admin-table.tsx";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { formatCount } from "#app/ui/time-format.ts";
import { useWords } from "#app/words/use-words.ts";

type Listed = Outputs["cohorts"]["forAdmin"]["cohorts"];

export function CohortsAdminPage({ cohorts }: { cohorts: Listed }) {
  const t = useWords("adminPeople");
  const shared = useWords("admin");
  return (
    <Page>
      <PageHead kicker={shared("kicker")} title={shared("tab_cohorts")} lede={t("groups_lede")} />
      {cohorts.length === 0 ? (
        <EmptyState title={t("groups_empty_title")} text={t("groups_empty_text")} />
      ) : (
        <CohortTable cohorts={cohorts} />
      )}
    </Page>
  );
}

function CohortTable({ cohorts }: { cohorts: Listed }) {
  const t = useWords("adminPeople");
  const shared = useWords("admin");
  return (
    <AdminTable
      caption={shared("tab_cohorts")}
      columns={[t("group"), t("subject"), t("members"), t("tutors")]}
      numbers={[2]}
      wide
    >
      {cohorts.map((cohort) => (
        <tr key={cohort.slug}>
          <RowHead>
            <Link to={`/cohort/${cohort.slug}`} className="text-link">
              {cohort.name}
            </Link>
          </RowHead>
          <Cell>{shared(`subject_${cohort.subject}`)}</Cell>
          <Cell number>{formatCount(cohort.members)}</Cell>
          <Cell>
            <Tutors slug={cohort.slug} group={cohort.name} tutors={cohort.tutors} />
          </Cell>
        </tr>
      ))}
    </AdminTable>
  );
}

interface TutorsProps {
  slug: string;
  group: string;
  tutors: Listed[number]["tutors"];
}

function Tutors({ slug, group, tutors }: TutorsProps) {
  const t = useWords("adminPeople");
  const busy = useNavigation().state !== "idle";
  if (tutors.length === 0) return <span className="text-soft">{t("group_no_tutor")}</span>;
  return (
    <ul className="grid gap-2">
      {tutors.map(({ userId, alias, named }) => (
        <li key={userId}>
          <Form
            method="post"
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1"
          >
            <input type="hidden" name="slug" value={slug} />
            <input type="hidden" name="userId" value={userId} />
            <p>
              <strong>{alias}</strong>
              <span className="block text-soft">{t(named ? "group_tutor" : "group_member")}</span>
            </p>
            <Button
              type="submit"
              size="small"
              name="named"
              value={named ? "no" : "yes"}
              tone={named ? "plain" : "river"}
              aria-disabled={busy}
              aria-label={t(named ? "end_tutor_named" : "name_tutor_named", { alias, group })}
            >
              {t(named ? "end_tutor" : "name_tutor")}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
