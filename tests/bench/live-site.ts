/** What people of a bench need to come in: tickets, and which leaf of a subject is theirs. */
import { newId, type VisitorId } from "#shared/ids.ts";
import { entryFor, type LeafDirectory } from "#shared/protocol/leaf-directory.ts";
import { leafName, type PresenceSubject, socketPath } from "#shared/protocol/room-names.ts";
import type { FeedItem } from "#shared/protocol/server-frames.ts";
import { roomHandle } from "#workers/platform/room-handle.ts";
import { issueTicket } from "#workers/platform/ticket.ts";
import { BenchFault } from "./bench-fault.ts";
import type { World } from "./bench-world.ts";
import type { LiveDoor } from "./live-wire.ts";
import type { ProbeAnswers } from "./realtime-probe.ts";

/** As long as an isolate believes what it knows of a subject's leaves. */
const directoryLifeMs = 2_000;
const seatLifeMs = 600_000;

export interface LivePersonName {
  visitorId: VisitorId;
  handle: string;
}

export class LiveSite {
  readonly world: World;
  /** Every ticket that was issued: none may be used twice. */
  readonly tickets = new Set<string>();
  readonly #known = new Map<PresenceSubject, { asked: Promise<LeafDirectory>; at: number }>();

  constructor(world: World) {
    this.world = world;
  }

  async name(subject: PresenceSubject): Promise<LivePersonName> {
    const visitorId = newId("vis", Date.now());
    const { ticketSecret } = this.world;
    return { visitorId, handle: roomHandle(ticketSecret, "presence", subject, visitorId) };
  }

  /** A new ticket, by the very function that the Worker uses, and where it leads. */
  async door(
    subject: PresenceSubject,
    { visitorId, handle }: LivePersonName,
    fresh = false,
  ): Promise<LiveDoor & { topic: string }> {
    const { leaf } = entryFor(await this.#directory(subject, fresh), handle);
    const name = leafName(subject, leaf);
    const now = Date.now();
    const jti = newId("tkt", now);
    if (this.tickets.has(jti)) throw new BenchFault("a ticket was issued twice");
    this.tickets.add(jti);
    const holder = { handle, alias: "Quiet Otter 42", visitorId, isMember: true };
    const claims = {
      jti,
      room: "presence" as const,
      name,
      ...holder,
      sessionEndsAt: now + seatLifeMs,
    };
    const { protocols } = issueTicket(this.world.ticketSecret, claims, now);
    return { ...this.at(socketPath("presence", name), protocols), topic: `presence/${name}` };
  }

  at(path: string, protocols: readonly string[]): LiveDoor {
    return { port: this.world.server.port, path, origin: this.world.appUrl, protocols };
  }

  #directory(subject: PresenceSubject, fresh: boolean): Promise<LeafDirectory> {
    const known = this.#known.get(subject);
    const now = Date.now();
    const isOld = !known || now - known.at >= directoryLifeMs || (fresh && now > known.at);
    if (!isOld) return known.asked;
    const asked = this.ask("/directory", subject);
    this.#known.set(subject, { asked, at: now });
    asked.catch(() => this.#known.delete(subject));
    return asked;
  }

  publish(subject: PresenceSubject, items: readonly FeedItem[]): Promise<unknown> {
    return this.ask("/publish", subject, JSON.stringify(items));
  }

  /** Throws BenchFault when the subject's root does not answer. */
  async ask<P extends keyof ProbeAnswers>(
    path: P,
    subject: PresenceSubject,
    body?: string,
  ): Promise<ProbeAnswers[P]> {
    const url = `http://127.0.0.1:${this.world.server.probePort}${path}?subject=${subject}`;
    const answer = await fetch(url, body === undefined ? {} : { method: "POST", body });
    if (!answer.ok) throw new BenchFault(`the probe answered ${answer.status} to ${path}`);
    return (await answer.json()) as ProbeAnswers[P];
  }
}
