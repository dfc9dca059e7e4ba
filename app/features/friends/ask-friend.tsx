/** Beside a member of one's study group: ask to be friends, or how things stand. */
import { Link, useFetcher } from "@remix-run/react";
import { UserPlus } from "lucide-react";
import type { Outputs } from "#app/trpc.ts";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/words/use-words.ts";

type State = Outputs["friends"]["inCohort"]["items"][number]["state"];

interface AskFriendProps {
  slug: string;
  handle: string;
  alias: string;
  /** Null where neither has asked. */
  state: State | null;
}

export function AskFriend({ slug, handle, alias, state }: AskFriendProps) {
  const t = useWords("friends");
  const fetcher = useFetcher<{ outcome: string; words: string | null }>();
  if (fetcher.data?.words) return <span className="text-clay text-sm">{fetcher.data.words}</span>;
  if (state === "asked_you" || state === "offered") {
    return (
      <Link to="/friends" className="font-bold text-river text-sm underline">
        {t("state_asked_you")}
      </Link>
    );
  }
  // Shown before the answer; words of refusal take its place.
  const shown = state ?? (fetcher.state === "idle" ? null : "asked");
  if (shown) return <span className="text-soft text-sm">{t(`state_${shown}`)}</span>;
  return (
    <fetcher.Form method="post" action="/friends">
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="handle" value={handle} />
      <Button
        type="submit"
        size="small"
        tone="quiet"
        name="deed"
        value="ask"
        aria-label={t("add_one", { alias })}
      >
        <UserPlus aria-hidden="true" />
        {t("add")}
      </Button>
    </fetcher.Form>
  );
}
