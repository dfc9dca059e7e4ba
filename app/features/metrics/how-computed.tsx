/** How K is computed, with the very numbers of the page put in. */
import { formatCount, formatRatio } from "#app/ui/time-format.ts";
import type { KView } from "./k-view.ts";

export function HowComputed({ view }: { view: KView }) {
  const { mature, windowDays } = view;
  return (
    <details className="mt-8 rounded-stone border border-line bg-card">
      <summary className="min-h-14 px-5 py-4 font-display font-extrabold text-head sm:px-7">
        How is this computed?
      </summary>
      <div className="grid gap-3 px-5 pb-6 sm:px-7">
        <p>
          <strong>Intake: </strong>
          the people who completed their first deck; that moment is a person's start. Mature are
          intakes whose whole day lies at least {windowDays} days back; who invited nobody counts
          too.
        </p>
        <p>
          <strong>Credited FVM: </strong>
          new people who reached their first value moment through a mature person's smart link,
          within {windowDays} days of that person's start. Each new person is credited to one
          inviter at most.
        </p>
        <p className="overflow-x-auto whitespace-nowrap rounded-block bg-well px-4 py-3 font-bold">
          {`K = credited / people = ${formatCount(mature.credited)} / ${formatCount(mature.persons)} = ${formatRatio(mature.k)}`}
        </p>
        <p className="overflow-x-auto whitespace-nowrap rounded-block bg-well px-4 py-3 font-bold">
          {`i · c = (${formatCount(mature.invites)} / ${formatCount(mature.persons)}) · (${formatCount(mature.credited)} / ${formatCount(mature.invites)}) = K, exactly`}
        </p>
        <p>
          <strong>Interval: </strong>
          the middle 95 % of a bootstrap that draws inviters, not single invites, because what one
          inviter does hangs together.
        </p>
        <p>
          <strong>Left out: </strong>
          bots (all their decks were too fast for a human), self-invites, people of the inviter's
          own household or of one already counted, and blocked accounts. How many stands beside K.
        </p>
      </div>
    </details>
  );
}
