/** Beside a member of one's study group: ask to be friends, or how things stand. */
import { Link, useFetcher } from "@remix-run/react";
import { UserPlus } from "lucide-react";
import type { Outputs } from "#app/trpc.ts";
import { Button } from "#app/ui/button.tsx";

type State = Outputs["friends"]["inCohort"]["items"][number]["state"];

interface AskFriendProps {
  slug: string;
  handle: string;
  alias: string;
  /** Null where neither has asked. */
  state: State | null;
}

const words: Record<State, string> = {
  friends: "Friend",
  asked: "Asked",
  waits_for_guardian: "Waits for your guardian",
  asked_you: "Asks you",
  offered: "Asks you",
};

export function AskFriend({ slug, handle, alias, state }: AskFriendProps) {
  const fetcher = useFetcher<{ outcome: string; words: string | null }>();
  if (fetcher.data?.words) return <span className="text-clay text-sm">{fetcher.data.words}</span>;
  if (state === "asked_you" || state === "offered") {
    return (
      <Link to="/friends" className="font-bold text-river text-sm underline">
        {words[state]}
      </Link>
    );
  }
  // Shown before the answer; words of refusal take its place.
  const shown = state ?? (fetcher.state === "idle" ? null : "asked");
  if (shown) return <span className="text-soft text-sm">{words[shown]}</span>;
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
        aria-label={`Add friend: ${alias}`}
      >
        <UserPlus aria-hidden="true" />
        Add friend
      </Button>
    </fetcher.Form>
  );
}
