/** A tutor's home: the groups one teaches, the page for new students, and what came of it. */
import { Link } from "@remix-run/react";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { Outputs } from "#app/trpc.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Page } from "#app/ui/page.tsx";
import { formatCount } from "#app/ui/time-format.ts";
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
  return (
    <Page>
      <HomeHead alias={alias} text="Your students see this name. Your groups come first here." />
      <div className="grid grid-cols-1 items-start gap-10 lg:grid-cols-[1.5fr_1fr]">
        <div className="grid min-w-0 grid-cols-1 gap-10">
          <Groups cohorts={cohorts} />
          {feed}
        </div>
        <div className="grid grid-cols-1 gap-8">
          {share ?? <PageNeeded begun={page !== null} />}
          <Came links={links} />
          <Boards />
        </div>
      </div>
    </Page>
  );
}

function PageNeeded({ begun }: { begun: boolean }) {
  return (
    <section aria-labelledby="page" className="on-river-block rounded-stone p-6 sm:p-7">
      <h2 id="page" className="text-head">
        {begun ? "Your page is hidden" : "Let new students find you"}
      </h2>
      <p className="mt-2 mb-5 text-pine-soft">
        Your page shows your subjects and decks to try. You bring students to it by a link.
      </p>
      <ButtonLink to="/tutors/mine" tone="sun" wide>
        {begun ? "Show it again" : "Make your page"}
      </ButtonLink>
    </section>
  );
}

/** Of the newest links: how many were opened, and who joined. */
function Came({ links }: Pick<TutorHomeProps, "links">) {
  if (links.length === 0) return null;
  const sum = (of: (link: (typeof links)[number]) => number) =>
    links.reduce((all, link) => all + of(link), 0);
  const counts = [
    { name: "Opened", value: sum(({ opens }) => opens) },
    { name: "Finished", value: sum(({ fvm }) => fvm) },
    { name: "Joined", value: sum(({ joins }) => joins) },
  ];
  return (
    <Card aria-labelledby="came">
      <h2 id="came" className="text-head">
        What came of your links
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
              {formatCount(value)}
            </dd>
          </div>
        ))}
      </dl>
      <Link to="/links" className="mt-3 inline-flex min-h-11 items-center text-link">
        See each of them
      </Link>
    </Card>
  );
}
