/** A tutor's home: the groups one teaches, the page for new students, and what came of it. */
import { Link } from "@remix-run/react";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { Outputs } from "#app/trpc.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Page } from "#app/ui/page.tsx";
import { formatCount } from "#app/ui/time-format.ts";
import { useWords } from "#app/words/use-words.ts";
import { HomeHead } from "./home-head.tsx";
import { Boards, Groups } from "./home-lists.tsx";

interface TutorHomeProps {
  alias: string;
  cohorts: Outputs["cohorts"]["mine"]["cohorts"];
  links: Outputs["smartLinks"]["list"]["items"];
  page: Outputs["tutors"]["mine"]["page"];
  /** Makes a link of the tutor's page; null while it is not public. */
  share: ReactNode;
  /** What others just did. */
  feed: ReactNode;
}

export function TutorHome({ alias, cohorts, links, page, share, feed }: TutorHomeProps) {
  const t = useWords("home");
  return (
    <Page>
      <HomeHead alias={alias} text={t("tutor_text")} />
      <div className="grid grid-cols-1 items-start gap-10 lg:grid-cols-[1.5fr_1fr] lg:grid-rows-[auto_1fr]">
        <Groups cohorts={cohorts} />
        <div className="grid grid-cols-1 gap-8 lg:row-span-2">
          {share ?? <PageNeeded begun={page !== null} />}
          <Came links={links} />
          <Boards />
        </div>
        <div className="min-w-0">{feed}</div>
      </div>
    </Page>
  );
}

function PageNeeded({ begun }: { begun: boolean }) {
  const t = useWords("home");
  return (
    <section aria-labelledby="page" className="on-river-block rounded-stone p-6 sm:p-7">
      <h2 id="page" className="text-head">
        {t(begun ? "page_hidden" : "page_none")}
      </h2>
      <p className="mt-2 mb-5 text-pine-soft">{t("page_text")}</p>
      <ButtonLink to="/tutors/mine" tone="sun" wide>
        {t(begun ? "page_show" : "page_make")}
      </ButtonLink>
    </section>
  );
}

/** Of the newest links: how many were opened, and who joined. */
function Came({ links }: Pick<TutorHomeProps, "links">) {
  const t = useWords("home");
  if (links.length === 0) return null;
  const sum = (of: (link: (typeof links)[number]) => number) =>
    links.reduce((all, link) => all + of(link), 0);
  const counts = [
    { name: t("came_opened"), value: sum(({ opens }) => opens) },
    { name: t("came_finished"), value: sum(({ fvm }) => fvm) },
    { name: t("came_joined"), value: sum(({ joins }) => joins) },
  ];
  return (
    <Card aria-labelledby="came">
      <h2 id="came" className="text-head">
        {t("came")}
      </h2>
      <dl className="mt-4 grid grid-cols-3 text-center">
        {counts.map(({ name, value }) => (
          <div key={name} className="flex flex-col">
            <dt className="text-[0.9375rem] text-soft">{name}</dt>
            <dd
              className={clsx(
                "order-first font-display font-extrabold text-3xl",
                value === 0 && "text-soft",
              )}
            >
              {formatCount(value, t.locale)}
            </dd>
          </div>
        ))}
      </dl>
      <Link to="/links" className="mt-3 inline-flex min-h-11 items-center text-link">
        {t("came_each")}
      </Link>
    </Card>
  );
}
