/** The people of the demo: always the same ids and aliases, whoever else there is. */
import type { Db } from "#db/client.ts";
import { users, visitors } from "#db/schema/people.ts";
import { fromUuid, type UserId, type VisitorId } from "#shared/ids.ts";
import type { Persona, Role } from "#shared/vocabulary.ts";

interface SeededPerson {
  /** Makes the ids: the same number is the same person for ever. */
  number: number;
  email: string;
  alias: string;
  persona: Persona;
  role: Role;
  /** Whole years at seeding. */
  age: number;
  guardian?: number;
}

const parentNumber = 4;
const people: readonly SeededPerson[] = [
  person(1, "student@demo.test", "Quiet Otter 42", "student", 20),
  person(2, "student2@demo.test", "Sunny Falcon 17", "student", 19),
  {
    ...person(3, "minor@demo.test", "Brave Hedgehog 63", "student", 15),
    guardian: parentNumber,
  },
  person(parentNumber, "parent@demo.test", "Gentle Heron 28", "parent", 44),
  person(5, "tutor@demo.test", "Wise Kestrel 51", "tutor", 33),
  { ...person(6, "admin@demo.test", "Calm Badger 90", "tutor", 38), role: "admin" },
];

/** Inserts who is missing; changes nobody. `now` is when they joined, in ms since 1970. */
export async function seedPeople(db: Db, now: number): Promise<void> {
  const createdAt = new Date(now);
  const rows = people.map((one) => accountOf(one, createdAt));
  await db.batch([
    db.insert(users).values(rows).onConflictDoNothing(),
    db
      .insert(visitors)
      .values(rows.map((row) => ({ id: row.visitorId, userId: row.id, createdAt })))
      .onConflictDoNothing(),
  ]);
}

function person(
  number: number,
  email: string,
  alias: string,
  persona: Persona,
  age: number,
): SeededPerson {
  return { number, email, alias, persona, role: persona, age };
}

function accountOf(one: SeededPerson, createdAt: Date) {
  return {
    id: fixedId("user", one.number),
    visitorId: fixedId("vis", one.number),
    email: one.email,
    emailVerified: true,
    alias: one.alias,
    persona: one.persona,
    role: one.role,
    birthYear: createdAt.getUTCFullYear() - one.age - 1,
    guardianId: one.guardian === undefined ? null : fixedId("user", one.guardian),
    guardianState: "not_needed" as const,
    shareConsent: one.age >= 18,
    createdAt,
    updatedAt: createdAt,
  };
}

/** A UUIDv7 of the first day of 2026, told apart by its last digits. */
function fixedId(prefix: "user", number: number): UserId;
function fixedId(prefix: "vis", number: number): VisitorId;
function fixedId(prefix: "user" | "vis", number: number): UserId | VisitorId {
  return fromUuid(prefix, `019b75d3-8800-7000-8000-${String(number).padStart(12, "0")}`);
}
