/** Stores simulated worlds by COPY and marks nothing: the rollups are built from all of it afterwards. */
import pg from "pg";
import type { SimulatedWorld } from "../../scripts/simulate/simulated-world.ts";
import { type CopyValue, copyRows } from "./copy-rows.ts";

const month = 31 * 24 * 3_600_000;
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** A connection whose rows wake no trigger. */
export async function openCopying(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query("set session_replication_role = replica");
  return client;
}

/** Accounts, visitors and events of one world; answers how many events were delivered. */
export async function copyWorld(client: pg.Client, world: SimulatedWorld): Promise<number> {
  const months = [dayOf(world.startMs - month), dayOf(world.endMs + month)];
  await client.query("select make_event_partitions($1::date, $2::date)", months);
  const at = new Date(world.startMs).toISOString();
  const columns = (list: string) => list.split(" ");
  await copyRows(
    client,
    {
      table: "users",
      columns: columns(
        "id visitor_id name email persona role alias guardian_id guardian_state created_at updated_at",
      ),
    },
    accountRows(world, at),
  );
  const visitors = { table: "visitors", columns: columns("id user_id created_at") };
  await copyRows(
    client,
    visitors,
    world.visitors.map((pair) => [...pair, at]),
  );
  const events = columns(
    "day id name schema_version occurred_at received_at visitor_id inviter_visitor_id link_id loop props",
  );
  await copyRows(client, { table: "events", columns: events }, eventRows(world));
  return world.delivered.length;
}

function* accountRows({ accounts }: SimulatedWorld, at: string): Generator<CopyValue[]> {
  for (const { id, visitorId, persona, guardianId } of accounts) {
    yield [
      ...[id, visitorId, "Simulated", `${id}@people.test`, persona, persona],
      ...[`Simulated ${id}`, guardianId, "not_needed", at, at],
    ];
  }
}

/** Delivered twice is stored once. */
function* eventRows({ delivered }: SimulatedWorld): Generator<CopyValue[]> {
  const seen = new Set<string>();
  for (const event of delivered) {
    if (seen.has(event.id)) continue;
    seen.add(event.id);
    const idMs = Number.parseInt(event.id.replace("-", "").slice(0, 12), 16);
    yield [
      ...[dayOf(idMs), event.id, event.name, "1", new Date(event.at).toISOString()],
      ...[new Date(event.receivedAt).toISOString(), event.visitorId, event.inviterVisitorId],
      ...[event.linkId, event.loop, JSON.stringify(event.props)],
    ];
  }
}
