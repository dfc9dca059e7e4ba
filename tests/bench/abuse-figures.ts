/** How the others fare while a subject's rooms are abused. */
import { Abuse, type AbuseTally } from "./live-abuse.ts";
import { type LiveCrowd, pause } from "./live-crowd.ts";
import { figure, type LiveFigure } from "./live-figures.ts";
import { percentile, StatusLoad } from "./live-load.ts";
import type { LiveSite } from "./live-site.ts";

const abuseRate = 100;
/** So many come, and as many go, each second: a crowd's counts never stand still. */
const comers = 10;
const wakeMs = 3_000;
/** Each of the ten kinds of abuse is tried so often: twenty connections a second. */
const abuseEveryMs = 500;

async function comeAndGo(crowd: LiveCrowd, forMs: number): Promise<void> {
  const endsAt = performance.now() + forMs;
  while (performance.now() < endsAt) {
    const nextAt = performance.now() + 1_000;
    await crowd.grow(comers);
    await crowd.shrink(comers);
    await pause(Math.max(0, nextAt - performance.now()));
  }
}

interface AbusePlan {
  /** How long each part lasts, in milliseconds. */
  forMs: number;
  /** How often people's daily life is followed by abuse. */
  rounds: number;
  say(text: string): void;
}

/**
 * The others' answers in quiet, in a subject's daily life, and while all kinds of abuse go on too.
 * The last two by turns, and of each the median of its p95s: one great garbage collection more or
 * less decides the p95 of a single turn.
 */
export async function measureAbuse(
  site: LiveSite,
  crowd: LiveCrowd,
  { forMs, rounds, say }: AbusePlan,
): Promise<{ figures: LiveFigure[]; tally: AbuseTally }> {
  say("Abuse, next to people who come, go and change their status.");
  // One load: it goes on to other people, and nobody is over the rate of `set`.
  const load = new StatusLoad(crowd);
  const p95 = () => percentile(load.okMs.splice(0), 0.95);
  const change = () => load.run(crowd, abuseRate, forMs);
  // Leaves that slept meanwhile wake with their first word: that is not calm.
  await load.run(crowd, abuseRate, wakeMs);
  load.okMs.length = 0;
  await change();
  const quiet = p95();
  const abusing = new Abuse(site);
  const [before, under]: [number[], number[]] = [[], []];
  let answered = 0;
  for (let round = 0; round < rounds; round++) {
    await Promise.all([comeAndGo(crowd, forMs), change()]);
    before.push(p95());
    await Promise.all([abusing.run(forMs, abuseEveryMs), comeAndGo(crowd, forMs), change()]);
    await pause(500);
    answered += load.okMs.length;
    under.push(p95());
  }
  const calm = percentile(before, 0.5);
  const wrong = Object.values(abusing.tally).flatMap((one) => one.wrong).length;
  const figures = [
    figure("others' answers while nobody comes or goes, p95", quiet, "ms", null),
    figure("others' answers before abuse, p95", calm, "ms", null),
    figure("others' answers under abuse, p95", percentile(under, 0.5), "ms", {
      atMost: calm * 1.5,
    }),
    figure("others who were answered under abuse", answered, "", { atLeast: 1 }),
    figure("abuse that did not get its code", wrong, "", { atMost: 0 }),
  ];
  return { figures, tally: abusing.tally };
}
