/** Histories of a topic and its readers: no reader ever has a hole, and a slow one slows nobody. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wireLimits } from "#shared/protocol/limits.ts";
import { RoomTopic, type TopicPosition, type TopicStep } from "./room-topic.ts";

/** What a test may break, to show that the invariants notice. */
type Fault =
  | "none"
  | "frame_skipped"
  | "epoch_kept"
  | "part_replayed"
  | "slow_reader_served"
  | "no_whole_after_ack";

interface Client {
  position: TopicPosition;
  /** Everything the client knows: the frames' numbers since the topic's beginning. */
  knows: number;
  open: boolean;
  /** Sent to the client and not acked. */
  unacked: number;
}

const readers = 3;

class TopicModel {
  readonly #fault: Fault;
  #life = 1;
  #topic = new RoomTopic<Client>("t", "e1");
  /** How many things have happened in all: what a whole shows. */
  #happened = 0;
  #now = 0;
  readonly #clients: Client[] = Array.from({ length: readers }, () => ({
    ...{ position: { e: null, q: 0 }, knows: 0, open: false, unacked: 0 },
  }));
  wrong: string | null = null;

  constructor(fault: Fault) {
    this.#fault = fault;
  }

  #client(choice: number): Client {
    return this.#clients[choice % readers] as Client;
  }

  #whole(client: Client): void {
    const { e, q } = this.#topic.position();
    Object.assign(client, { position: { e, q }, knows: this.#happened, unacked: 0 });
    this.#topic.addReader(client);
  }

  #take(client: Client, { e, q0, q }: TopicStep, knows: number): void {
    const fits = client.position.e === e && client.position.q === q0;
    if (!fits) this.wrong ??= `a reader at ${client.position.q} got ${q0} to ${q}`;
    // Each frame tells of one thing more: an epoch that says otherwise lies.
    if (knows !== client.knows + 1) this.wrong ??= "a reader has a hole";
    Object.assign(client, { position: { e, q }, knows });
  }

  happen(): void {
    this.#happened += 1;
    let step: TopicStep | null = null;
    this.#topic.advance((next) => {
      step = next;
      return JSON.stringify({ ...next, knows: this.#happened });
    });
    for (const [index, client] of this.#clients.entries()) {
      if (!client.open || !step) continue;
      const outcome = this.#topic.offer(client, this.#now);
      if (outcome === "new") {
        this.#whole(client);
        continue;
      }
      if (this.#fault === "frame_skipped" && this.#happened % 7 === 0 && index === 0) continue;
      if (outcome === "send" || this.#fault === "slow_reader_served") {
        this.#take(client, step, this.#happened);
        client.unacked += 1;
        if (client.unacked > wireLimits.unackedFrames) this.wrong ??= "a slow reader is served";
      } else if (outcome === "close") client.open = false;
    }
  }

  come(choice: number): void {
    const client = this.#client(choice);
    client.open = true;
    const all = this.#topic.missed(client.position);
    const missed = this.#fault === "part_replayed" ? all?.slice(1) : all;
    if (missed) this.#topic.addReader(client);
    else this.#whole(client);
    client.unacked = 0;
    for (const text of missed ?? []) {
      const { knows, ...step } = JSON.parse(text) as TopicStep & { knows: number };
      this.#take(client, step, knows);
    }
    if (client.knows !== this.#happened) this.wrong ??= "who came back is behind";
  }

  go(choice: number): void {
    this.#client(choice).open = false;
  }

  ack(choice: number): void {
    const client = this.#client(choice);
    if (!client.open) return;
    client.unacked = 0;
    const outcome = this.#topic.ack(client, client.position);
    const whole = outcome === "needs_whole" && this.#fault !== "no_whole_after_ack";
    if (whole) this.#whole(client);
    const served = !this.#topic.isWithheld(client) && this.#topic.isReading(client);
    if (served && client.knows !== this.#happened) this.wrong ??= "an acked reader is behind";
  }

  /** The object slept: its topic is a new one, and its sockets have seen nothing of it. */
  evict(): void {
    this.#life += 1;
    const epoch = this.#fault === "epoch_kept" ? "e1" : `e${this.#life}`;
    this.#topic = new RoomTopic("t", epoch);
  }

  pass(ms: number): void {
    this.#now += ms;
  }
}

const choice = fc.nat(readers - 1);
const steps = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("happen" as const), times: fc.nat(90) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("come" as const), choice }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("go" as const), choice }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("ack" as const), choice }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("evict" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("pass" as const), ms: fc.nat(20_000) }) },
);
const history = fc.array(steps, { minLength: 1, maxLength: 30, size: "max" });
type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never;

function faultOf(taken: readonly Step[], fault: Fault): string | null {
  const model = new TopicModel(fault);
  for (const one of taken) {
    if (one.do === "happen") for (let i = 0; i < one.times; i++) model.happen();
    else if (one.do === "come") model.come(one.choice);
    else if (one.do === "go") model.go(one.choice);
    else if (one.do === "ack") model.ack(one.choice);
    else if (one.do === "evict") model.evict();
    else model.pass(one.ms);
  }
  return model.wrong;
}

describe("a topic's history", () => {
  it("leaves no reader with a hole, and serves no slow one, in 2,000 histories", () => {
    fc.assert(
      fc.property(history, (taken) => {
        expect(faultOf(taken, "none")).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  }, 60_000);

  const faults: Fault[] = [
    "frame_skipped",
    "epoch_kept",
    "part_replayed",
    "slow_reader_served",
    "no_whole_after_ack",
  ];
  it.each(faults)("is found out when broken: %s", (fault) => {
    const found = fc.check(
      fc.property(history, (taken) => faultOf(taken, fault) === null),
      { numRuns: 1_000 },
    );
    expect(found.failed).toBe(true);
  });
});
