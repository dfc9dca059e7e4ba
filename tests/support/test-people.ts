/** Accounts for tests, written straight into the tables. */
import type { Db } from "#db/client.ts";
import { users, visitors } from "#db/schema/people.ts";
import { newId, type UserId, type VisitorId } from "#shared/ids.ts";
import type { Member } from "#workers/platform/actor.ts";

/** Inserts an adult student (or whatever `change` says) and answers the signed-in person. */
export async function insertMember(
  db: Db,
  nowMs: number,
  change: Partial<Member> = {},
): Promise<Member> {
  const userId: UserId = change.userId ?? newId("user", nowMs);
  const visitorId: VisitorId = change.visitorId ?? newId("vis", nowMs);
  const member: Member = {
    kind: "member",
    userId,
    visitorId,
    sessionId: null,
    persona: "student",
    role: "student",
    alias: `Test Person ${userId.slice(-12)}`,
    name: "Test Person",
    minor: false,
    guardianState: "not_needed",
    shareConsent: true,
    ...change,
  };
  const now = new Date(nowMs);
  await db.batch([
    db.insert(visitors).values({ id: visitorId, userId, createdAt: now }).onConflictDoNothing(),
    db.insert(users).values({
      id: userId,
      visitorId,
      name: member.name,
      email: `${userId}@people.test`,
      persona: member.persona,
      role: member.role,
      alias: member.alias,
      birthYear: new Date(nowMs).getUTCFullYear() - (member.minor ? 15 : 30),
      guardianState: member.guardianState,
      shareConsent: member.shareConsent,
      createdAt: now,
      updatedAt: now,
    }),
  ]);
  return member;
}
