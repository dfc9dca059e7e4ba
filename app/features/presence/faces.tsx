/** Some of the people who are here, as their creatures. */
import { Avatar } from "#app/ui/avatar.tsx";

interface FacesProps {
  people: readonly { handle: string; alias: string }[];
  /** So many at most. */
  most?: number;
}

/** Decorative: what matters stands beside it in words. */
export function Faces({ people, most = 6 }: FacesProps) {
  if (people.length === 0) return null;
  return (
    <span aria-hidden="true" className="-space-x-2.5 inline-flex shrink-0">
      {people.slice(0, most).map(({ handle, alias }) => (
        <span key={handle} className="rounded-[32%] border-2 border-card">
          <Avatar seed={alias} className="size-9" />
        </span>
      ))}
    </span>
  );
}
