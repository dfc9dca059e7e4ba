/** All achievements as one row of stones, the next one in words, and the rest on demand. */
import { rich } from "#app/words/rich.tsx";
import { useWords } from "#app/words/use-words.ts";
import { achievements } from "#shared/achievements.ts";
import { AchievementStone, StoneMark } from "./achievement-stone.tsx";

export function FoundStones({ earned }: { earned: readonly string[] }) {
  const t = useWords("progress");
  const a = useWords("achievements");
  const stones = achievements.map((name) => ({ name, found: earned.includes(name) }));
  const next = stones.find(({ found }) => !found)?.name;
  return (
    <>
      <h3 className="text-head">
        {t("stones_found", { found: earned.length, all: achievements.length })}
      </h3>
      <ul className="mt-3 flex max-w-80 flex-wrap gap-2">
        {stones.map(({ name, found }) => (
          <li key={name} title={a(`name_${name}`)}>
            <StoneMark achievement={name} earned={found} />
            <span className="sr-only">
              {`${a(`name_${name}`)} ${t(found ? "earned" : "to_find")}`}
            </span>
          </li>
        ))}
      </ul>
      {next ? (
        <p className="mt-3 text-soft">
          {rich(t, "stones_next", {
            name: a(`name_${next}`),
            how: a(`how_${next}`),
            b: (name: string) => <strong className="text-ink">{name}</strong>,
          })}
        </p>
      ) : null}
      <details className="mt-1">
        <summary className="inline-flex min-h-11 items-center text-link">{t("stones_all")}</summary>
        <ul className="mt-2 grid gap-4 sm:grid-cols-2">
          {stones.map(({ name, found }) => (
            <li key={name}>
              <AchievementStone achievement={name} earned={found} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
