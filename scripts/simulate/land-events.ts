/** Stores a simulated world straight into accounts and events, in the order of arrival; twice is once. */
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { Delivered, SimulatedWorld } from "./simulated-world.ts";

const rowsAtOnce = 4_000;

/** `pause` is called now and then in between, as the sweep would come in between. */
export async function landEvents(
  db: Db,
  world: SimulatedWorld,
  pause: () => Promise<void>,
): Promise<void> {
  const month = 31 * 24 * 3_600_000;
  await db.execute(sql`select make_event_partitions(
    ${new Date(world.startMs - month).toISOString()}::date,
    ${new Date(world.endMs + month).toISOString()}::date)`);
  await landPeople(db, world);
  let batches = 0;
  const arriving = [...world.delivered].sort((a, b) => a.receivedAt - b.receivedAt);
  for (const batch of batchesOf(arriving)) {
    await landBatch(db, batch);
    batches += 1;
    if (batches % 5 === 0) await pause();
  }
}

async function landPeople(db: Db, world: SimulatedWorld): Promise<void> {
  const at = new Date(world.startMs).toISOString();
  for (const accounts of batchesOf(world.accounts)) {
    const rows = accounts.map(({ id, visitorId, persona, guardianId }) => ({
      ...{ id, visitor: visitorId, persona, guardian: guardianId },
    }));
    await db.execute(sql`insert into users (id, visitor_id, name, email, persona, role, alias,
        guardian_id, guardian_state, created_at, updated_at)
      select id, visitor, 'Simulated', id || '@people.test', persona, persona,
        'Simulated ' || id, guardian, 'not_needed', ${at}::timestamptz, ${at}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id uuid, visitor uuid, persona text, guardian uuid)
      on conflict do nothing`);
  }
  for (const pairs of batchesOf(world.visitors)) {
    await db.execute(sql`insert into visitors (id, user_id, created_at)
      select (r ->> 0)::uuid, (r ->> 1)::uuid, ${at}::timestamptz
      from jsonb_array_elements(${JSON.stringify(pairs)}::jsonb) r on conflict do nothing`);
  }
}

/** Delivered twice is stored once. */
async function landBatch(db: Db, batch: readonly Delivered[]): Promise<void> {
  const rows = batch.map((event) => [
    ...[event.id, event.name, event.at, event.receivedAt, event.visitorId],
    ...[event.inviterVisitorId, event.linkId, event.loop, event.props],
  ]);
  await db.execute(sql`insert into events (day, id, name, schema_version, occurred_at, received_at,
      visitor_id, inviter_visitor_id, link_id, loop, props)
    select (to_timestamp(('x' || translate(left(r ->> 0, 13), '-', ''))::bit(48)::bigint / 1000.0)
        at time zone 'UTC')::date,
      (r ->> 0)::uuid, r ->> 1, 1, to_timestamp((r ->> 2)::numeric / 1000),
      to_timestamp((r ->> 3)::numeric / 1000), (r ->> 4)::uuid, (r ->> 5)::uuid, (r ->> 6)::uuid,
      r ->> 7, r -> 8
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) r on conflict do nothing`);
}

function* batchesOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < all.length; i += rowsAtOnce) yield all.slice(i, i + rowsAtOnce);
}
