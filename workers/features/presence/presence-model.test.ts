/** Histories of a subject: whatever happened, the count is that of the living once it is calm. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statuses } from "#shared/protocol/client-frames.ts";
import { type Fault, PresenceModel } from "#tests/support/presence-model.ts";

const choice = fc.nat(1_000);
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant("join" as const), person: fc.nat(24) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("leave" as const), choice }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("halfOpen" as const), choice }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("set" as const),
      choice,
      status: fc.constantFrom(...statuses),
      late: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("evictLeaf" as const), choice }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("evictRoot" as const) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("report" as const), choice }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("deliver" as const), choice, again: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("lose" as const), choice }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("pass" as const),
      ms: fc.integer({ min: 1, max: 40_000 }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
const history = fc.array(step, { minLength: 1, maxLength: 150, size: "max" });

function take(model: PresenceModel, one: Step): void {
  if (one.do === "join") model.join(one.person);
  else if (one.do === "leave") model.leave(one.choice);
  else if (one.do === "halfOpen") model.halfOpen(one.choice);
  else if (one.do === "set") model.set(one.choice, one.status, one.late);
  else if (one.do === "evictLeaf") model.evictLeaf(one.choice);
  else if (one.do === "evictRoot") model.evictRoot();
  else if (one.do === "report") model.report(one.choice);
  else if (one.do === "deliver") model.deliver(one.choice, one.again);
  else if (one.do === "lose") model.lose(one.choice);
  else model.pass(one.ms);
}

/** What is wrong once all is calm; null when nothing is. */
function faultOf(steps: readonly Step[], fault: Fault): string | null {
  const model = new PresenceModel(fault);
  for (const one of steps) {
    take(model, one);
    const wrong = model.wrongNow();
    if (wrong) return wrong;
  }
  model.calm();
  const living = model.living();
  const { n, by } = model.total();
  if (n !== living.size) return `counted ${n} of ${living.size}`;
  for (const status of statuses) {
    const should = [...living.values()].filter((told) => told.status === status).length;
    if (by[status] !== should) return `${status}: ${by[status]} of ${should}`;
  }
  const scattered = model.scattered();
  return scattered.length > 0 ? `in two leaves: ${scattered}` : null;
}

describe("a subject's history", () => {
  it("ends in the count of the living, one person in one leaf, in 2,000 histories", () => {
    fc.assert(
      fc.property(history, (steps) => {
        expect(faultOf(steps, "none")).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  }, 120_000);

  it("meets splits and joins", () => {
    let most = 0;
    fc.assert(
      fc.property(history, (steps) => {
        const model = new PresenceModel();
        for (const one of steps) {
          take(model, one);
          most = Math.max(most, model.leafCount());
        }
      }),
      { numRuns: 200 },
    );
    expect(most).toBeGreaterThan(1);
  });

  const faults: Fault[] = [
    "no_grace_end",
    "late_report_counts",
    "moved_counts_twice",
    "half_open_stays",
    "old_set_wins",
    "leaf_forgets_sockets",
  ];
  it.each(faults)(
    "is found out when broken: %s",
    (fault) => {
      const found = fc.check(
        fc.property(history, (steps) => faultOf(steps, fault) === null),
        { numRuns: 1_000 },
      );
      expect(found.failed).toBe(true);
    },
    60_000,
  );
});
