/** Tells who cannot see the rows glide that one's own rank has changed, without interrupting. */
import { useEffect, useRef, useState } from "react";
import type { Words } from "#app/words/say.ts";
import { useWords } from "#app/words/use-words.ts";

/** A rank that moves on within this time is not worth a sentence. */
const calmMs = 1_500;

/** The sentence to read out; empty until something has changed. */
export function useRankNews(you: { rank: number } | null, players: number): string {
  const t = useWords("boards");
  const [news, setNews] = useState("");
  const rank = you?.rank ?? null;
  const told = useRef(rank);
  useEffect(() => {
    if (rank === told.current) return;
    const timer = setTimeout(() => {
      const way = told.current !== null && rank !== null && rank > told.current ? "down" : "up";
      told.current = rank;
      setNews(rank === null ? "" : rankSentence(t, rank, players, way));
    }, calmMs);
    return () => clearTimeout(timer);
  }, [t, rank, players]);
  return news;
}

function rankSentence(
  t: Words<"boards">,
  rank: number,
  players: number,
  way: "up" | "down",
): string {
  return t(`moved_${way}`, { rank, players });
}
