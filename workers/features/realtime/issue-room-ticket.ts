/** Gives the asking person a ticket for one room. */

import { entryFor } from "#shared/protocol/leaf-directory.ts";
import { wireTimes } from "#shared/protocol/limits.ts";
import {
  isSlug,
  type LiveRoom,
  leafName,
  ownInbox,
  parseBoardName,
  presenceSubjects,
  socketPath,
} from "#shared/protocol/room-names.ts";
import type { Guest, Member } from "../../platform/actor.ts";
import { AppError } from "../../platform/app-error.ts";
import { type Ctx, requirePerson } from "../../platform/context.ts";
import { member as memberPolicy, signedIn } from "../../platform/policy.ts";
import { roomHandle } from "../../platform/room-handle.ts";
import { issueTicket } from "../../platform/ticket.ts";
import { knownDirectory } from "./known-directory.ts";
import { readDoorFacts } from "./realtime.repo.ts";

/** What guests are called in a room. */
const guestAlias = "Guest";

interface Rights {
  isMember: boolean;
  sessionEndsAt: number;
}

/**
 * Guests may watch boards; cohort rooms are for signed-in people, whose guardian agrees where one
 * has to. NOT_FOUND where there is no such room.
 */
export async function issueRoomTicket(
  ctx: Ctx,
  input: {
    room: LiveRoom;
    name: string;
    moved?: boolean | undefined;
    /** Counted nowhere, whoever it is. */
    watching?: boolean;
  },
) {
  const person = requirePerson(ctx);
  const now = ctx.clock.now();
  // Made before anything is read: a change that this ticket has not seen outdates it.
  const jti = ctx.ids.next("tkt");
  const { room, name } = input;
  if (!mayExist(room, name, now)) throw new AppError("NOT_FOUND");
  const refusal = refusalOf(room, person);
  if (refusal) throw new AppError(refusal);
  const latest = now + wireTimes.seatLifeMs;
  const rights =
    person.kind === "guest"
      ? { isMember: false, sessionEndsAt: latest }
      : await readRights(ctx, person, room === "cohort" ? name : null, latest);
  const secret = ctx.config.TICKET_SECRET;
  const handle = roomHandle(secret, room, name, person.visitorId);
  const object = await objectName(ctx, input, handle, person);
  const isMember = rights.isMember && !input.watching;
  const holder = { handle, ...who(person), ...rights, isMember };
  const claims = { jti, room, name: object, ...holder };
  return { object, path: socketPath(room, object), ...issueTicket(secret, claims, now) };
}

function refusalOf(room: LiveRoom, person: Guest | Member) {
  if (room === "cohort") return memberPolicy.refuses(person);
  return room === "inbox" ? signedIn.refuses(person) : null;
}

function mayExist(room: LiveRoom, name: string, now: number): boolean {
  if (room === "cohort") return isSlug(name);
  if (room === "inbox") return name === ownInbox;
  if (room === "leaderboard") return parseBoardName(name, now) !== null;
  return presenceSubjects.some((subject) => subject === name);
}

/** A subject's people are spread over leaves; `moved` says that what we know may be old. */
async function objectName(
  ctx: Ctx,
  input: { room: LiveRoom; name: string; moved?: boolean | undefined },
  handle: string,
  person: Guest | Member,
): Promise<string> {
  if (input.room === "inbox" && person.kind === "member") return person.userId;
  const subject = presenceSubjects.find((known) => known === input.name);
  if (input.room !== "presence" || !subject) return input.name;
  const directory = await knownDirectory(ctx, subject, input.moved ?? false);
  return leafName(subject, entryFor(directory, handle).leaf);
}

function who(person: Guest | Member) {
  const { visitorId } = person;
  if (person.kind === "guest") return { alias: guestAlias, visitorId };
  return { alias: person.alias, visitorId };
}

/** A session that was revoked gets no ticket, even while its cookie is still believed. */
async function readRights(
  ctx: Ctx,
  person: Member,
  slug: string | null,
  latest: number,
): Promise<Rights> {
  const { sessionId, userId } = person;
  const facts = await readDoorFacts(ctx.db, { sessionId, userId, slug });
  if (slug !== null && facts.isCohortMember === null) throw new AppError("NOT_FOUND");
  if (sessionId && (facts.sessionEndsAt ?? 0) <= ctx.clock.now()) {
    throw new AppError("UNAUTHENTICATED");
  }
  return {
    // An invisible person watches, and nobody sees a child whose guardian has not agreed.
    isMember: (facts.isCohortMember ?? person.guardianState !== "pending") && !facts.invisible,
    sessionEndsAt: Math.min(facts.sessionEndsAt ?? latest, latest),
  };
}
