/** What people see of cohorts, from a real database: aliases, the demo's groups. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedCohorts } from "#db/seed/cohorts.ts";
import { seedPeople } from "#db/seed/people.ts";
import { callerOf, createCohortStage } from "#tests/support/cohort-stage.ts";

const stage = createCohortStage();
const { clock, context, db, join, makeCohort } = stage;
beforeAll(stage.start);
afterAll(stage.stop);

describe("cohorts.view", () => {
  it("shows members by alias and room handle, and takes one round trip", async () => {
    const [actor, other] = [await join(), await join()];
    const { slug } = await makeCohort("physics", [actor, other]);
    const { ctx, roundTrips } = context({ actor });
    const view = await callerOf(ctx).view({ slug });
    expect(roundTrips.count).toBe(1);
    expect(view.members.map(({ alias, you }) => [alias, you]).sort()).toEqual(
      [
        [actor.alias, true],
        [other.alias, false],
      ].sort(),
    );
    expect(view).toMatchObject({ memberCount: 2, viewer: { isMember: true } });
    expect(JSON.stringify(view)).not.toMatch(/(user|vis)_/);
  });

  it("shows guests, and children whose guardian has not answered, no person", async () => {
    const person = await join();
    const { slug } = await makeCohort("algebra", [person]);
    const pending = await join({ guardianState: "pending" });
    for (const actor of [{}, { actor: pending }]) {
      const view = await callerOf(context(actor).ctx).view({ slug });
      expect(view).toMatchObject({ memberCount: 1, members: [] });
    }
    const guest = callerOf(context().ctx);
    await expect(guest.join({ slug })).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});

describe("seedCohorts", () => {
  it("makes a cohort for each subject with the demo students and their one tutor in one, and nothing twice", async () => {
    await seedPeople(db(), clock.now());
    await seedCohorts(db(), clock.now());
    await seedCohorts(db(), clock.now() + 1);
    const { rows } = await db().execute(sql`select c.subject, count(m.user_id)::int as members,
        count(*) filter (where m.tutor)::int as tutors
      from cohorts c left join cohort_members m on m.cohort_id = c.id
      where c.slug like '%-101' group by c.id order by c.slug`);
    expect(rows).toHaveLength(8);
    expect(rows.map((row) => row["members"])).toEqual([4, 0, 0, 0, 0, 0, 0, 0]);
    expect(rows.map((row) => row["tutors"])).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
  });
});
