/** Answers, endings and take-backs that show at once, and come back when the server refuses. */
import { useRevalidator } from "@remix-run/react";
import type { FormEvent } from "react";
import { failureCode, trpc } from "#app/trpc-client.ts";
import { useToast } from "#app/ui/toast.tsx";
import { useOptimisticChanges } from "#app/ui/use-optimistic-changes.ts";
import { useWords } from "#app/words/use-words.ts";
import { type DeedOutcome, type FriendDeed, readDeed } from "./friend-deed.ts";

/** What a pair looks like until the server has answered. */
export type ShownDeed = "said_yes" | "gone";

function send(deed: FriendDeed): Promise<{ status: DeedOutcome }> {
  if (deed.kind === "ask") return trpc.friends.ask.mutate(deed.input);
  return deed.kind === "remove"
    ? trpc.friends.remove.mutate(deed.input)
    : trpc.friends.answer.mutate(deed.input);
}

/** `truth` is what the loader told. The forms work without this, by the page's action. */
export function useFriendDeeds(truth: unknown) {
  const { changeOf, attempt } = useOptimisticChanges<ShownDeed>(truth);
  const { revalidate } = useRevalidator();
  const say = useToast();
  const t = useWords("friends");
  const s = useWords("shell");
  const act = (deed: Exclude<FriendDeed, { kind: "ask" }>): Promise<void> => {
    const accepts = deed.kind === "answer" && deed.input.answer === "accept";
    return attempt(deed.input.id, accepts ? "said_yes" : "gone", () => send(deed)).then(
      ({ status }) => {
        say(t(`done_${status}`));
        revalidate();
      },
      (error: unknown) =>
        say(s(`failure_${failureCode(error)}`), {
          words: s("try_again"),
          act: () => void act(deed),
        }),
    );
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    const deed = readDeed(new FormData(event.currentTarget, submitter));
    if (deed.kind === "ask") return;
    event.preventDefault();
    void act(deed);
  };
  return { changeOf, act, submit };
}

export type FriendDeeds = ReturnType<typeof useFriendDeeds>;
