/** Where the score stands among everybody else's, without anybody in it. */
import { clsx } from "clsx";
import type { Outputs } from "#app/trpc.ts";
import { Card } from "#app/ui/card.tsx";
import type { Words } from "#app/words/say.ts";
import { useWords } from "#app/words/use-words.ts";

type Result = Outputs["microDecks"]["result"];

export function PeerRange({ result }: { result: Result }) {
  const { peers, score, total } = result;
  const t = useWords("result");
  const whose = t(result.owner === "you" ? "whose_you" : "whose_other", { score });
  return (
    <Card aria-labelledby="peers">
      <h2 id="peers" className="text-head">
        {t("others")}
      </h2>
      {peers ? (
        <>
          <p className="mt-2">{rangeWords(t, peers)}</p>
          <ol aria-hidden="true" className="mt-4 flex gap-1.5">
            {Array.from({ length: total + 1 }, (_, points) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: a place is its score.
                key={points}
                className={clsx(
                  "relative flex h-11 grow items-center justify-center rounded-control font-bold",
                  points >= peers.low && points <= peers.high
                    ? "bg-river-soft text-ink"
                    : "bg-well text-soft",
                  points === score && "outline-3 outline-river",
                )}
              >
                {points}
              </li>
            ))}
          </ol>
          <p className="mt-3 text-soft">{`${whose} ${t("from_runs", { count: peers.runs })}`}</p>
        </>
      ) : (
        // The server tells nothing of fewer than twenty runs.
        <p className="mt-2 text-soft">{t(result.owner === "you" ? "too_few" : "too_few_other")}</p>
      )}
    </Card>
  );
}

function rangeWords(t: Words<"result">, peers: NonNullable<Result["peers"]>): string {
  const { low, middle, high } = peers;
  if (low === high) return t("most_got", { middle });
  return t("half_got", { low, high, middle });
}
