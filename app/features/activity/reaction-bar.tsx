/** Under a line of the feed: who reacted how, and one's own reaction. */
import { clsx } from "clsx";
import { SmilePlus } from "lucide-react";
import { useRef } from "react";
import type { Reactions } from "#app/live/feed-state.ts";
import { failureCode } from "#app/trpc-client.ts";
import { ReactionIcon } from "#app/ui/art/reaction-icons.tsx";
import { useToast } from "#app/ui/toast.tsx";
import { useWords } from "#app/words/use-words.ts";
import { type ReactionKind, reactionKinds } from "#shared/activity.ts";
import { chosen } from "./chosen-reactions.ts";

interface ReactionBarProps {
  id: string;
  alias: string;
  reactions: Reactions;
  /** False for who has no account: then the counts are only shown. */
  mayReact: boolean;
  /** Where to come back to, where there is no JavaScript. */
  returnTo: string;
  react(kind: ReactionKind | null): Promise<void>;
}

export function ReactionBar(props: ReactionBarProps) {
  const { id, alias, reactions, mayReact, returnTo, react } = props;
  const t = useWords("activity");
  const s = useWords("shell");
  const { counts, yours } = reactions;
  const say = useToast();
  const more = useRef<HTMLDetailsElement>(null);
  const tap = (kind: ReactionKind) => {
    more.current?.removeAttribute("open");
    react(kind === yours ? null : kind).catch((error: unknown) =>
      say(s(`failure_${failureCode(error)}`)),
    );
  };
  const shown = chosen(counts);
  if (!mayReact && shown.length === 0) return null;
  return (
    <form
      method="post"
      action="/activity/react"
      aria-label={t("reactions_to", { alias })}
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event.nativeEvent as SubmitEvent;
        const kind = reactionKinds.find((one) => one === submitter?.getAttribute("value"));
        if (kind) tap(kind);
      }}
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="yours" value={yours ?? ""} />
      <input type="hidden" name="returnTo" value={returnTo} />
      {shown.map(({ kind, n }) => (
        <Count key={kind} kind={kind} n={n} yours={kind === yours} mayReact={mayReact} />
      ))}
      {mayReact ? (
        <details
          ref={more}
          data-over=""
          // Alone, the sign itself stands where the words begin.
          className={clsx("group", shown.length === 0 && "-ms-3")}
        >
          <summary
            aria-label={t(yours ? "change_reaction" : "react")}
            className="inline-flex size-11 cursor-pointer list-none items-center justify-center rounded-full text-soft hover:bg-river-soft hover:text-ink group-open:bg-river-soft [&::-webkit-details-marker]:hidden"
          >
            <SmilePlus aria-hidden="true" className="size-5" />
          </summary>
          <Choices yours={yours} />
        </details>
      ) : null}
    </form>
  );
}

interface CountProps {
  kind: ReactionKind;
  n: number;
  yours: boolean;
  mayReact: boolean;
}

function Count({ kind, n, yours, mayReact }: CountProps) {
  const t = useWords("activity");
  const look = clsx(
    "inline-flex min-h-11 items-center gap-1.5 rounded-full border-2 px-3 font-bold text-[0.9375rem]",
    yours ? "border-river bg-river-soft text-ink" : "border-line bg-card text-soft",
    mayReact && "hover:border-river",
  );
  const inside = (
    <>
      <ReactionIcon kind={kind} className="size-5" />
      <span className="sr-only">{`${t("counted", { reaction: t(`reaction_${kind}`) })} `}</span>
      <span data-reaction={kind}>{n}</span>
    </>
  );
  if (!mayReact) return <span className={look}>{inside}</span>;
  return (
    <button type="submit" name="kind" value={kind} aria-pressed={yours} className={look}>
      {inside}
    </button>
  );
}

function Choices({ yours }: { yours: ReactionKind | null }) {
  const t = useWords("activity");
  return (
    <span className="absolute bottom-full start-0 z-10 mb-1 flex gap-0.5 rounded-full border border-line bg-card p-1 shadow-lg">
      {reactionKinds.map((kind) => (
        <button
          key={kind}
          type="submit"
          name="kind"
          value={kind}
          aria-pressed={kind === yours}
          aria-label={t(`reaction_${kind}`)}
          title={t(`reaction_${kind}`)}
          className={clsx(
            "inline-flex size-11 items-center justify-center rounded-full hover:bg-river-soft max-[22rem]:size-9",
            kind === yours && "bg-river-soft ring-2 ring-river ring-inset",
          )}
        >
          <ReactionIcon kind={kind} className="size-7" />
        </button>
      ))}
    </span>
  );
}
