/** What a subject's root and its leaves say to one another, by RPC. */

import type { FeedRoomApi } from "#shared/protocol/feed-room.ts";
import type { LeafDirectory, LeafDirectoryApi } from "#shared/protocol/leaf-directory.ts";
import type { LeafReport, SeenPerson, Told } from "./presence.ts";
import type { Totals } from "./tally.ts";

/** What the root knows, told to its leaves. */
export interface SubjectNews {
  directory: LeafDirectory;
  totals: Totals;
  /** Epoch by leaf: a leaf with a new one has forgotten who follows it. */
  epochs: Record<number, number>;
}

/** A word from somebody without a socket. `gone`: they leave. */
export interface Ping extends Told {
  handle: string;
  alias: string;
  gone: boolean;
  /** When their rights were read, in milliseconds since 1970. */
  readAt: number;
}

export interface PresenceRootApi extends LeafDirectoryApi, FeedRoomApi {
  /** Answers the directory where the leaf has an older one. Safe to repeat. */
  report(
    report: LeafReport,
    has: Pick<LeafDirectory, "born" | "version">,
  ): Promise<LeafDirectory | null>;
  view(): Promise<Totals>;
  /** Gives the person a lease in their leaf; answers who is here. */
  takePing(ping: Ping): Promise<Totals>;
  /** The person's rights changed: what they were given until then ends in this subject. */
  reseat(handle: string, issuedUntil: number): Promise<void>;
}

/** Somebody as they are now; null for who is not here. */
export type Sighting = [handle: string, person: SeenPerson | null];

export interface PresenceLeafApi extends FeedRoomApi {
  hear(news: SubjectNews): Promise<void>;
  reportNow(): Promise<LeafReport>;
  takePing(ping: Ping, directory: LeafDirectory): Promise<void>;
  reseat(handle: string, issuedUntil: number): Promise<void>;
  /** Another leaf has them: answers whom this one has let go of. */
  letGo(handles: readonly string[], directory: LeafDirectory): Promise<string[]>;
  /** That leaf's people watch these; replaces what it asked before. */
  follow(leaf: number, handles: readonly string[]): Promise<Sighting[]>;
  /** Those whom this leaf follows have changed. */
  sighted(sightings: readonly Sighting[]): Promise<void>;
}
