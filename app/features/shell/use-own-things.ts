/** The decks and the person's study groups, asked for when the palette is first opened. */
import { useEffect, useState } from "react";
import { trpc } from "#app/trpc-client.ts";

const load = () =>
  Promise.all([
    trpc.microDecks.list.query().then(
      ({ decks }) => decks,
      () => [],
    ),
    // Who waits for a guardian is refused: then there are none to go to.
    trpc.cohorts.mine.query().then(
      ({ cohorts }) => cohorts,
      () => [],
    ),
  ]);

type Loaded = Awaited<ReturnType<typeof load>>;

/** Null while they are on their way; empty lists where they cannot be had. */
export function useOwnThings(): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let gone = false;
    void load().then((found) => gone || setLoaded(found));
    return () => {
      gone = true;
    };
  }, []);
  return loaded;
}
