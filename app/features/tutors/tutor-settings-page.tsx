/** Where a tutor says what the public page shows, and shares it. */
import { Form, Link, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Outputs } from "#app/trpc.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { SubjectStone } from "#app/ui/subject-glyph.tsx";
import { useWords } from "#app/words/use-words.ts";
import { subjects } from "#shared/vocabulary.ts";

interface TutorSettingsPageProps {
  page: Outputs["tutors"]["mine"]["page"];
  problem: string | null;
  /** How to share the page, once it is public. */
  share: ReactNode;
}

export function TutorSettingsPage({ page, problem, share }: TutorSettingsPageProps) {
  const t = useWords("tutoring");
  const open = page?.published === true;
  return (
    <Page>
      <PageHead title={t("title")} lede={t("lede")} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[1.25fr_1fr]">
        <Card aria-labelledby="shown">
          <h2 id="shown" className="text-head">
            {page ? page.name : t("shows")}
          </h2>
          {page && open ? (
            <p className="mt-1">
              <Link to={`/tutors/${page.slug}`} className="text-link">
                {t("see_it")}
              </Link>
            </p>
          ) : null}
          <PageForm page={page} problem={problem} />
        </Card>
        {open ? share : <Notice title={t("not_public")}>{t("not_public_text")}</Notice>}
      </div>
    </Page>
  );
}

function PageForm({ page, problem }: Pick<TutorSettingsPageProps, "page" | "problem">) {
  const t = useWords("tutoring");
  const s = useWords("shell");
  const busy = useNavigation().state !== "idle";
  const open = page?.published === true;
  return (
    <Form method="post" className="mt-5 grid gap-6">
      <fieldset>
        <legend className="mb-2 font-bold">{t("teach")}</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {subjects.map((subject) => (
            <label
              key={subject}
              htmlFor={`subject-${subject}`}
              className="flex min-h-14 items-center gap-3 rounded-control border-2 border-line bg-card px-3 py-2 hover:border-line-strong has-checked:border-river has-checked:bg-river-soft has-focus-visible:outline-3 has-focus-visible:outline-offset-3 has-focus-visible:outline-(--focus)"
            >
              <input
                type="checkbox"
                id={`subject-${subject}`}
                name="subject"
                value={subject}
                defaultChecked={page?.subjects.includes(subject) ?? false}
                className="size-5 shrink-0 accent-river outline-none"
              />
              <span className="grow font-bold">{s(`subject_${subject}`)}</span>
              <SubjectStone subject={subject} className="size-9" />
            </label>
          ))}
        </div>
      </fieldset>
      {problem ? (
        <Notice tone="care" live>
          {problem}
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button
          type="submit"
          name="shown"
          value="yes"
          tone={open ? "river" : "sun"}
          aria-disabled={busy}
        >
          {t(open ? "keep" : "show")}
        </Button>
        {open ? (
          <Button type="submit" name="shown" value="no" aria-disabled={busy}>
            {t("hide")}
          </Button>
        ) : null}
      </div>
    </Form>
  );
}
