/** Frames of a topic: gapless, sent again to those who come back, held back from those who do not ack. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RoomTopic, type TopicStep } from "./room-topic.ts";

const now = 1_800_000_000_000;
const write = (step: TopicStep) => JSON.stringify(step);

function advanceTo(topic: RoomTopic<object>, count: number): TopicStep[] {
  return Array.from({ length: count }, () => JSON.parse(topic.advance(write)));
}

describe("RoomTopic", () => {
  it("brings back exactly what was missed, up to 100 frames, and never a part", () => {
    fc.assert(
      fc.property(fc.nat(250), fc.nat(300), fc.boolean(), (made, has, foreign) => {
        const topic = new RoomTopic<object>("t", "e1");
        advanceTo(topic, made);
        const missed = topic.missed({ e: foreign ? "e0" : "e1", q: has });
        const count = made - has;
        if (foreign || count < 0 || count > 100) {
          expect(missed).toBeNull();
          return;
        }
        const steps = (missed ?? []).map((text) => JSON.parse(text) as TopicStep);
        expect(steps.map(({ q }) => q)).toEqual(
          Array.from({ length: count }, (_, index) => has + index + 1),
        );
        expect(steps.every(({ q0, q }) => q === q0 + 1)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it("leaves a reader without a gap, whatever is acked when: each frame follows, or the whole comes", () => {
    const act = fc.oneof({ weight: 5, arbitrary: fc.constant(-1) }, fc.nat(120));
    fc.assert(
      fc.property(fc.array(act, { maxLength: 400, size: "max" }), (acts) => {
        const topic = new RoomTopic<object>("t", "e1");
        const reader = {};
        topic.addReader(reader);
        let has = 0;
        for (const behind of acts) {
          if (behind >= 0) {
            const heard = topic.ack(reader, { e: "e1", q: Math.max(0, has - behind) });
            if (heard === "needs_whole") has = topic.position().q;
            continue;
          }
          const [step] = advanceTo(topic, 1);
          const outcome = topic.offer(reader, now);
          if (outcome !== "send") continue;
          expect(step?.q0).toBe(has);
          has = step?.q ?? 0;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("withholds above 64 frames without an ack, gives the whole after one, closes above 256", () => {
    const topic = new RoomTopic<object>("t", "e1");
    const [slow, dead] = [{}, {}];
    topic.addReader(slow);
    topic.addReader(dead);
    const outcomes = (reader: object, count: number) =>
      Array.from({ length: count }, () => {
        topic.advance(write);
        return topic.offer(reader, now);
      });
    const first = outcomes(slow, 65);
    expect(first.filter((outcome) => outcome === "send")).toHaveLength(64);
    expect(topic.isWithheld(slow)).toBe(true);
    expect(topic.ack(slow, { e: "e1", q: 48 })).toBe("needs_whole");
    expect(topic.isWithheld(slow)).toBe(false);
    const all = outcomes(dead, 257);
    expect(all.slice(0, 256)).not.toContain("close");
    expect(all.at(-1)).toBe("close");
  });

  it("closes a reader whose frames were withheld for 30 s", () => {
    const topic = new RoomTopic<object>("t", "e1");
    const reader = {};
    topic.addReader(reader);
    advanceTo(topic, 65);
    expect(topic.offer(reader, now)).toBe("withhold");
    expect(topic.offer(reader, now + 29_999)).toBe("withhold");
    expect(topic.offer(reader, now + 30_000)).toBe("close");
  });
});
