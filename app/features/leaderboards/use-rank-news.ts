/** Tells who cannot see the rows glide that one's own rank has changed, without interrupting. */
import { useEffect, useRef, useState } from "react";
import { formatCount } from "#app/ui/time-format.ts";

/** A rank that moves on within this time is not worth a sentence. */
const calmMs = 1_500;

/** The sentence to read out; empty until something has changed. */
export function useRankNews(you: { rank: number } | null, players: number): string {
  const [news, setNews] = useState("");
  const rank = you?.rank ?? null;
  const told = useRef(rank);
  useEffect(() => {
    if (rank === told.current) return;
    const timer = setTimeout(() => {
      const way = told.current !== null && rank !== null && rank > told.current ? "down" : "up";
      told.current = rank;
      setNews(rank === null ? "" : rankSentence(rank, players, way));
    }, calmMs);
    return () => clearTimeout(timer);
  }, [rank, players]);
  return news;
}

function rankSentence(rank: number, players: number, way: "up" | "down"): string {
  return `You moved ${way} to number ${formatCount(rank)} of ${formatCount(players)}.`;
}
