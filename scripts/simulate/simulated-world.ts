/** A branching process of people who invite people, as the events it would leave behind. */
import { type Loop, loops, personas, type Subject, subjects } from "#shared/vocabulary.ts";
import { randomStream } from "#workers/features/metrics/random-stream.ts";
import type { RawAccount, RawEvent } from "#workers/features/metrics/raw-history.ts";
import type { SimulationOptions } from "./options.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** All of a person's invitees come within this: so K within 14 days is K. */
export const cycleLimitMs = 14 * dayMs;
/** Of the invites, so many bring somebody. */
const fvmPerInvite = 0.4;
/** So many people invite nobody at all; the others make up for them. */
const silentShare = 0.4;
/** How much more or less than the mean the personas invite, before it is scaled to a mean of 1. */
const eagerness = [1, 1.2, 1.8] as const;

/** An event on its way: it arrives at `receivedAt`, by its second copy once more. */
export interface Delivered extends RawEvent {
  receivedAt: number;
}

export interface SimulatedWorld {
  startMs: number;
  endMs: number;
  /** As delivered: doubled ones twice, in no order. */
  delivered: Delivered[];
  accounts: RawAccount[];
  visitors: (readonly [string, string])[];
  /** What the simulation knows without counting any event. */
  truth: { k: number; people: number; brought: number };
}

interface Person {
  id: string;
  accountId: string;
  persona: number;
  t0: number;
}

/** The same options give the same world, to the last id. */
export function simulateWorld(options: SimulationOptions, endMs: number): SimulatedWorld {
  return new Simulation(options, endMs).run();
}

class Simulation {
  readonly #options: SimulationOptions;
  readonly #random: () => number;
  readonly #seedOfIds: string;
  readonly #startMs: number;
  readonly #endMs: number;
  readonly #events: Delivered[] = [];
  readonly #accounts: RawAccount[] = [];
  readonly #visitors: [string, string][] = [];
  readonly #meanEagerness: number;
  #ids = 0;
  #people = 0;
  #brought = 0;

  constructor(options: SimulationOptions, endMs: number) {
    this.#options = options;
    this.#random = randomStream(options.seed);
    const seed = (options.seed % 0x1000000).toString(16).padStart(6, "0");
    this.#seedOfIds = `-7${seed.slice(0, 3)}-8${seed.slice(3)}-`;
    this.#endMs = endMs;
    this.#startMs = endMs - options.days * dayMs;
    this.#meanEagerness = eagerness.reduce((sum, e, i) => sum + e * (options.personas[i] ?? 0), 0);
  }

  run(): SimulatedWorld {
    const waiting: Person[] = [];
    for (let at = this.#startMs; at < this.#endMs; at += dayMs) {
      const arrivals = this.#poisson(this.#options.arrivals);
      for (let i = 0; i < arrivals; i++) waiting.push(this.#person(at + this.#random() * dayMs));
    }
    for (let person = waiting.pop(); person; person = waiting.pop()) {
      waiting.push(...this.#live(person));
    }
    const { k } = this.#options;
    return {
      startMs: this.#startMs,
      endMs: this.#endMs,
      delivered: this.#events,
      accounts: this.#accounts,
      visitors: this.#visitors,
      truth: { k, people: this.#people, brought: this.#brought },
    };
  }

  /** All that one person does; answers the people who came by it. */
  #live(person: Person): Person[] {
    const { bots, selfInviters, households } = this.#options;
    this.#people += 1;
    this.#deck(person.id, person.t0, false);
    if (this.#options.exposed > 0) this.#expose(person);
    const came: Person[] = [];
    const silent = this.#random() < silentShare;
    const eager = (eagerness[person.persona] ?? 1) / this.#meanEagerness;
    const mean = (this.#options.k / fvmPerInvite) * (silent ? 0 : eager / (1 - silentShare));
    const invites = this.#poisson(mean);
    for (let i = 0; i < invites; i++) {
      const invitee = this.#invite(person, this.#random() < fvmPerInvite);
      if (invitee) came.push(invitee);
    }
    if (this.#random() < 0.3) this.#deck(person.id, person.t0 + 30 * hourMs, false);
    if (this.#random() < bots) this.#takeUp(person, this.#id(person.t0), true);
    if (this.#random() < selfInviters) this.#inviteSelf(person);
    if (this.#random() < households) came.push(this.#inviteFamily(person));
    return came.filter((one) => one.t0 < this.#endMs);
  }

  /** At the first value; drawn only where it is asked for, so that other worlds stay as they are. */
  #expose({ id, t0 }: Person): void {
    if (this.#random() >= this.#options.exposed) return;
    const variant = this.#random() < 0.5 ? "control" : "changed";
    const props = { experimentKey: "simulated", variant, phase: 1 };
    this.#event("exp.exposed", t0, { visitorId: id, props });
  }

  #invite(person: Person, takenUp: boolean): Person | null {
    const fvmAt = person.t0 + this.#cycle();
    const sentAt = person.t0 + this.#random() * (fvmAt - person.t0);
    const loop = this.#loop();
    const linkId = this.#id(sentAt);
    this.#event("invite.sent", sentAt, { visitorId: person.id, linkId, loop });
    if (!takenUp) return null;
    const invitee = this.#person(fvmAt);
    const about = { visitorId: invitee.id, linkId, loop };
    const openedAt = fvmAt - Math.min(fvmAt - sentAt, (60 + this.#random() * 240) * 1_000);
    this.#event("invite.opened", openedAt, about);
    this.#event("invite.engaged", (openedAt + fvmAt) / 2, about);
    this.#event("invite.fvm", fvmAt, { ...about, inviterVisitorId: person.id });
    if (this.#random() < 0.5) {
      const joinedAt = fvmAt + this.#random() * dayMs;
      this.#event("invite.joined", joinedAt, { ...about, inviterVisitorId: person.id });
    }
    if (fvmAt < this.#endMs) this.#brought += 1;
    return invitee;
  }

  #inviteSelf(person: Person): void {
    const browser = this.#id(person.t0);
    this.#visitors.push([browser, person.accountId]);
    this.#takeUp(person, browser, false);
  }

  /** Somebody of the family, who is a person like any other but nobody's credit. */
  #inviteFamily(person: Person): Person {
    const sibling = this.#person(person.t0 + this.#cycle());
    const account = this.#accounts.at(-1);
    if (account?.id === sibling.accountId) account.guardianId = person.accountId;
    const at = sibling.t0;
    this.#event("invite.fvm", at, {
      visitorId: sibling.id,
      inviterVisitorId: person.id,
      loop: loops[0],
    });
    return sibling;
  }

  #takeUp(person: Person, visitorId: string, flagged: boolean): void {
    const at = person.t0 + this.#cycle();
    const loop = this.#loop();
    this.#deck(visitorId, at, flagged);
    this.#event("invite.fvm", at, { visitorId, inviterVisitorId: person.id, loop });
  }

  #loop(): Loop | null {
    let left = this.#random();
    for (const [i, share] of this.#options.loops.entries()) {
      left -= share;
      if (left < 0) return loops[i] ?? null;
    }
    return null;
  }

  #person(t0: number): Person {
    const [students, parents] = this.#options.personas;
    const draw = this.#random();
    const persona = draw < students ? 0 : draw < students + parents ? 1 : 2;
    const id = this.#id(t0);
    const accountId = this.#id(t0);
    const whole = Math.floor(t0);
    if (whole < this.#endMs) {
      this.#accounts.push({
        ...{ id: accountId, visitorId: id, guardianId: null, blocked: false },
        persona: personas[persona] ?? "student",
      });
      this.#visitors.push([id, accountId]);
    }
    return { id, accountId, persona, t0: whole };
  }

  #deck(visitorId: string, at: number, flagged: boolean): void {
    const subject: Subject = subjects[this.#below(subjects.length)] ?? "algebra";
    this.#event("deck.completed", at, { visitorId, props: { subject, flagged } });
  }

  /** What has not happened by the end is in nobody's log. */
  #event(name: string, at: number, about: Partial<RawEvent> & { visitorId: string }): void {
    const { late, doubled, skewed } = this.#options;
    const occurredAt = Math.floor(at);
    const skewMs = this.#random() < skewed ? (this.#random() * 4 - 2) * dayMs : 0;
    const lateMs = this.#random() < late ? this.#random() * 3 * dayMs : 0;
    const twice = this.#random() < doubled;
    if (occurredAt >= this.#endMs) return;
    const event: Delivered = {
      ...{ inviterVisitorId: null, linkId: null, loop: null, props: {} },
      ...about,
      ...{ id: this.#id(occurredAt + skewMs), name, at: occurredAt },
      receivedAt: Math.min(occurredAt + lateMs, this.#endMs),
    };
    this.#events.push(event);
    if (twice) this.#events.push({ ...event, receivedAt: this.#endMs });
  }

  /** From 0 to 14 days, seven in the middle. */
  #cycle(): number {
    return ((this.#random() + this.#random()) / 2) * cycleLimitMs;
  }

  #below(n: number): number {
    return Math.floor(this.#random() * n);
  }

  /** Knuth's product of uniforms: the means here are small. */
  #poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let n = 0;
    for (let product = this.#random(); product > limit; product *= this.#random()) n += 1;
    return n;
  }

  /** A UUIDv7 by seed and counter. */
  #id(atMs: number): string {
    this.#ids += 1;
    const time = Math.floor(atMs).toString(16).padStart(12, "0");
    const count = this.#ids.toString(16).padStart(12, "0");
    return `${time.slice(0, 8)}-${time.slice(8)}${this.#seedOfIds}${count}`;
  }
}
