/** All subjects' counts while somebody looks: asked for, because a socket each would be too many. */
import { useEffect, useState } from "react";
import type { Outputs } from "#app/trpc.ts";
import { trpc } from "#app/trpc-client.ts";

type Counts = Outputs["presence"]["list"]["subjects"];

const askMs = 5_000;

/** `stale`: the last time they could not be had. */
export function useSubjectCounts(loaded: Counts): { list: Counts; stale: boolean } {
  const [state, setState] = useState({ list: loaded, stale: false });
  useEffect(() => {
    let ended = false;
    const ask = async () => {
      if (document.visibilityState !== "visible") return;
      const answer = await trpc.presence.list.query().catch(() => null);
      if (ended) return;
      if (answer) setState({ list: answer.subjects, stale: false });
      else setState((before) => ({ ...before, stale: true }));
    };
    const timer = setInterval(() => void ask(), askMs);
    return () => {
      ended = true;
      clearInterval(timer);
    };
  }, []);
  return state;
}
