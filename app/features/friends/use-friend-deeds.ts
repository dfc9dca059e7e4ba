/** Answers, endings and take-backs that show at once, and come back when the server refuses. */
import { useRevalidator } from "@remix-run/react";
import type { FormEvent } from "react";
import { failureWords, trpc } from "#app/trpc-client.ts";
import { useToast } from "#app/ui/toast.tsx";
import { useOptimisticChanges } from "#app/ui/use-optimistic-changes.ts";
import type { FriendDeed } from "./friend-deed.ts";
import { readDeed } from "./friend-deed.ts";
import { doneWords } from "./friend-words.ts";

/** What a pair looks like until the server has answered. */
export type ShownDeed = "said_yes" | "gone";

function send(deed: FriendDeed): Promise<{ status: keyof typeof doneWords }> {
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
  const act = (deed: Exclude<FriendDeed, { kind: "ask" }>): Promise<void> => {
    const accepts = deed.kind === "answer" && deed.input.answer === "accept";
    return attempt(deed.input.id, accepts ? "said_yes" : "gone", () => send(deed)).then(
      ({ status }) => {
        say(doneWords[status]);
        revalidate();
      },
      (error: unknown) =>
        say(failureWords(error), { words: "Try again", act: () => void act(deed) }),
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
