/** The way to the next page of a list; nothing where the list ends. */
import { ButtonLink } from "./button.tsx";

export function NextPageLink({ cursor, words }: { cursor: string | null; words: string }) {
  if (!cursor) return null;
  return (
    <div className="mt-6 text-center">
      <ButtonLink to={`?${new URLSearchParams({ cursor })}`}>{words}</ButtonLink>
    </div>
  );
}
