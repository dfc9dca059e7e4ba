/** Where the score stands among everybody else's, without anybody in it. */
import { clsx } from "clsx";
import type { Outputs } from "#app/trpc.ts";
import { Card } from "#app/ui/card.tsx";

type Result = Outputs["microDecks"]["result"];

export function PeerRange({ result }: { result: Result }) {
  const { peers, score, total } = result;
  const whose = result.owner === "you" ? "You" : "This result";
  return (
    <Card aria-labelledby="peers">
      <h2 id="peers" className="text-head">
        Others with this deck
      </h2>
      {peers ? (
        <>
          <p className="mt-2">{rangeWords(peers)}</p>
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
          <p className="mt-3 text-soft">{`${whose}: ${score}. From ${peers.runs} finished runs, nobody's name in them.`}</p>
        </>
      ) : (
        <p className="mt-2 text-soft">
          Too few people have finished it yet. From 20 runs on, their range stands here, without
          anybody's name.
        </p>
      )}
    </Card>
  );
}

function rangeWords({ low, middle, high }: NonNullable<Result["peers"]>): string {
  if (low === high) return `Most others got ${middle} right.`;
  return `Half of the others got between ${low} and ${high} right, the one in the middle ${middle}.`;
}
