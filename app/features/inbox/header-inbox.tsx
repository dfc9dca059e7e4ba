/** In the header: the way to one's inbox, how much of it is unread, and a word when news come. */
import { Link, useLocation, useRevalidator } from "@remix-run/react";
import { Bell } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useInbox } from "#app/live/use-inbox.ts";
import { iconButton } from "#app/ui/button.tsx";
import { useToast } from "#app/ui/toast.tsx";
import { useWords } from "#app/words/use-words.ts";

const most = 99;

export default function HeaderInbox(): ReactNode {
  const t = useWords("shell");
  const { unread } = useInbox();
  useNews(unread);
  const label = unread ? t("inbox_unread", { count: unread }) : t("inbox");
  return (
    <Link to="/inbox" className={`${iconButton} relative`} aria-label={label}>
      <Bell aria-hidden="true" className="size-5.5" />
      {unread ? (
        <span
          aria-hidden="true"
          className="absolute end-0 top-0 min-w-5 animate-pop rounded-full bg-clay px-1 text-center font-bold text-[0.75rem] text-card leading-5"
        >
          {unread > most ? `${most}+` : unread}
        </span>
      ) : null}
    </Link>
  );
}

/** Says so when there is more than before; the inbox itself shows it at once. */
function useNews(unread: number | null): void {
  const t = useWords("shell");
  const say = useToast();
  const { pathname } = useLocation();
  const { revalidate } = useRevalidator();
  const before = useRef(unread);
  const news = t("inbox_news");
  const told = useRef({ news, say, revalidate, pathname });
  told.current = { news, say, revalidate, pathname };
  useEffect(() => {
    const known = before.current;
    before.current = unread;
    if (known === null || unread === null || unread <= known) return;
    const now = told.current;
    if (now.pathname === "/inbox") now.revalidate();
    else now.say(now.news);
  }, [unread]);
}
