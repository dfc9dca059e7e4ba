/** What a form about a friend asks for, as its hidden fields say. */
import type { Id } from "#shared/ids.ts";

export type FriendDeed =
  | { kind: "ask"; input: { slug: string; handle: string } }
  | { kind: "answer"; input: { id: Id<"friend">; answer: "accept" | "decline" } }
  | { kind: "remove"; input: { id: Id<"friend"> } };

/** What comes of a deed; `refused` where things have changed in between. */
export type DeedOutcome = "asked" | "friends" | "waiting" | "ended" | "refused";

/** Whatever is not one of ours becomes an answer that the server refuses. */
export function readDeed(form: FormData): FriendDeed {
  const text = (name: string) => String(form.get(name) ?? "");
  const deed = text("deed");
  if (deed === "ask") return { kind: "ask", input: { slug: text("slug"), handle: text("handle") } };
  const id = text("id") as Id<"friend">;
  if (deed === "remove") return { kind: "remove", input: { id } };
  return { kind: "answer", input: { id, answer: deed === "accept" ? "accept" : "decline" } };
}
