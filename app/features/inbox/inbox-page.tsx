/** The inbox: news for one person alone, newest first, each with the way to what it is about. */
import { Form, Link } from "@remix-run/react";
import { clsx } from "clsx";
import type { Outputs } from "#app/trpc.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { NextPageLink } from "#app/ui/next-page-link.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { Time } from "#app/ui/time.tsx";
import { useWords } from "#app/words/use-words.ts";
import { noticeLine } from "./notice-line.ts";

type Listed = Outputs["inbox"]["list"];

interface InboxPageProps extends Listed {
  now: number;
}

export function InboxPage({ items, unread, nextCursor, now }: InboxPageProps) {
  const t = useWords("inbox");
  const [newest] = items;
  return (
    <Page width="text">
      <PageHead title={t("title")} lede={t("lede")}>
        {unread > 0 && newest ? (
          <Form method="post" className="mt-5">
            <input type="hidden" name="until" value={newest.at} />
            <Button type="submit" size="small">
              {t("mark_read", { count: unread })}
            </Button>
          </Form>
        ) : null}
      </PageHead>
      {newest ? (
        <ul className="grid gap-3">
          {items.map((item) => (
            <NoticeRow key={item.id} item={item} now={now} />
          ))}
        </ul>
      ) : (
        <EmptyState title={t("empty")} text={t("empty_text")}>
          <ButtonLink to="/links" tone="sun">
            {t("empty_deed")}
          </ButtonLink>
        </EmptyState>
      )}
      <NextPageLink cursor={nextCursor} words={t("older")} />
    </Page>
  );
}

function NoticeRow({ item, now }: { item: Listed["items"][number]; now: number }) {
  const t = useWords("inbox");
  const shell = useWords("shell");
  const { words, to } = noticeLine(item, t, shell);
  return (
    <li>
      <Link
        to={to}
        className={clsx(
          "flex items-start gap-3 rounded-block border-2 bg-card px-5 py-4 hover:border-line-strong",
          item.read ? "border-line" : "border-river",
        )}
      >
        <span
          aria-hidden="true"
          className={clsx(
            "mt-2 size-2.5 shrink-0 rounded-full",
            item.read ? "bg-line" : "bg-river",
          )}
        />
        <span className="grow">
          {item.read ? null : <span className="sr-only">{t("new")}: </span>}
          <span className={clsx(!item.read && "font-bold")}>{words}</span>
          <span className="block text-[0.9375rem] text-soft">
            <Time at={item.at} now={now} />
          </span>
        </span>
      </Link>
    </li>
  );
}
