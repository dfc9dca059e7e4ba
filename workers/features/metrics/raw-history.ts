/** Raw events, sorted out by whom they concern: what the second route to each number counts from. */
import type { Loop } from "#shared/vocabulary.ts";

/** An event as the table holds it, ids as UUIDs. `at` is milliseconds since 1970. */
export interface RawEvent {
  id: string;
  name: string;
  at: number;
  visitorId: string;
  inviterVisitorId: string | null;
  linkId: string | null;
  loop: Loop | null;
  props: Readonly<Record<string, unknown>>;
}

export interface RawAccount {
  id: string;
  visitorId: string;
  persona: string;
  guardianId: string | null;
  blocked: boolean;
}

export interface RawRefusal {
  inviterId: string;
  loop: Loop;
  refusal: string;
  at: number;
}

/** Who is who, apart from the events. */
export interface RawPeople {
  accounts: readonly RawAccount[];
  /** Pairs of visitor and account. */
  visitors: readonly (readonly [string, string])[];
  refusals: readonly RawRefusal[];
  /** Persons of sealed intakes, and whether they were bots: their events may be gone. */
  sealed: ReadonlyMap<string, boolean>;
  sealedThrough: string | null;
}

export class RawHistory {
  readonly people: RawPeople;
  readonly #accountOfVisitor: ReadonlyMap<string, string>;
  readonly #accounts: ReadonlyMap<string, RawAccount>;
  readonly #accountOfPerson: ReadonlyMap<string, RawAccount>;
  readonly #own = new Map<string, RawEvent[]>();
  readonly #credits = new Map<string, RawEvent[]>();
  readonly #touches = new Map<string, RawEvent[]>();
  readonly #refusals = new Map<string, RawRefusal[]>();
  readonly #seen = new Set<string>();

  constructor(people: RawPeople) {
    this.people = people;
    this.#accountOfVisitor = new Map(people.visitors);
    this.#accounts = new Map(people.accounts.map((account) => [account.id, account]));
    this.#accountOfPerson = new Map(people.accounts.map((account) => [account.visitorId, account]));
    for (const refusal of people.refusals) push(this.#refusals, refusal.inviterId, refusal);
  }

  /** An event that comes again is kept once. */
  add(event: RawEvent): void {
    if (this.#seen.has(event.id)) return;
    this.#seen.add(event.id);
    push(this.#own, this.personOf(event.visitorId), event);
    if (event.inviterVisitorId && isCredit(event)) {
      push(this.#credits, this.personOf(event.inviterVisitorId), event);
    }
    if (event.linkId && isTouch(event)) push(this.#touches, event.linkId, event);
  }

  /** Call once, after the last event. */
  sort(): void {
    for (const index of [this.#own, this.#credits, this.#touches]) {
      for (const events of index.values()) events.sort(inOrder);
    }
  }

  /** The first visitor id of the account that the visitor belongs to, else the visitor itself. */
  personOf(visitorId: string): string {
    const account = this.#accounts.get(this.#accountOfVisitor.get(visitorId) ?? "");
    return account?.visitorId ?? visitorId;
  }

  accountOf(personId: string): RawAccount | null {
    return this.#accountOfPerson.get(personId) ?? null;
  }

  /** What binds a family: the guardian's account, or one's own; null for guests. */
  householdOf(personId: string): string | null {
    const account = this.accountOf(personId);
    return account ? (account.guardianId ?? account.id) : null;
  }

  /** Credits of that inviter that were refused when they were to be made. */
  refusalsOf(accountId: string): readonly RawRefusal[] {
    return this.#refusals.get(accountId) ?? [];
  }

  persons(): IterableIterator<string> {
    return this.#own.keys();
  }

  /** All events of the person's visitors, in order. */
  own(personId: string): readonly RawEvent[] {
    return this.#own.get(personId) ?? [];
  }

  /** First values and joins credited to the person, in order. */
  creditsOf(inviterId: string): readonly RawEvent[] {
    return this.#credits.get(inviterId) ?? [];
  }

  /** Opens and engagements of a smart link, in order. */
  touches(linkId: string): readonly RawEvent[] {
    return this.#touches.get(linkId) ?? [];
  }

  /** True where all decks of the person were completed faster than is humanly possible. */
  isBot(personId: string): boolean {
    const sealed = this.people.sealed.get(personId);
    if (sealed !== undefined) return sealed;
    const decks = this.own(personId).filter((event) => event.name === "deck.completed");
    const [first] = decks;
    // Who would have come into an intake that was closed before is in none.
    const late = first && utcDay(first.at) <= (this.people.sealedThrough ?? "");
    return !!first && !late && decks.every((event) => event.props["flagged"] === true);
  }
}

export const inOrder = (a: RawEvent, b: RawEvent): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export const utcDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const isCredit = ({ name }: RawEvent) => name === "invite.fvm" || name === "invite.joined";
const isTouch = ({ name }: RawEvent) => name === "invite.opened" || name === "invite.engaged";

function push<T>(index: Map<string, T[]>, key: string, value: T): void {
  const list = index.get(key);
  if (list) list.push(value);
  else index.set(key, [value]);
}
