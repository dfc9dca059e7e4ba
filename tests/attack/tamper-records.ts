/** Records that somebody changed in Postgres: none may open, none may set a cookie. */
import { newId } from "#shared/ids.ts";
import { userAgent } from "../bench/browser.ts";
import { openWire, requestBytes } from "../bench/http-wire.ts";
import { insertMember } from "../support/test-people.ts";
import type { Findings } from "./attack-shape.ts";
import type { AttackWorld } from "./attack-world.ts";
import { insertRecords, makeRecord, type StoredRecord } from "./link-rows.ts";

const batch = 500;

/** Every way to change a record; `thief` would be credited instead of the inviter. */
function spoil(good: StoredRecord, index: number, thief: StoredRecord["inviterId"]): StoredRecord {
  const flipped = good.signature.startsWith("A") ? "B" : "A";
  const changes: Partial<StoredRecord>[] = [
    { inviterId: thief },
    { loop: "proud_parent" },
    { destination: "cohort.room", params: { slug: "alg-101" } },
    { params: { deckId: "geo-angles" } },
    { params: { ...good.params, challenge: { score: 5, total: 5, durationMs: 1 } } },
    { expiresAt: good.expiresAt + 1 + index },
    { keyId: "k0" },
    { signature: flipped + good.signature.slice(1) },
    { signature: good.signature.slice(0, -4) },
    { signature: "" },
  ];
  return { ...good, ...changes[index % changes.length] };
}

export async function tamperRecords(world: AttackWorld, count: number): Promise<Findings> {
  const { database, secrets, inviter, server } = world;
  const thief = await insertMember(database.db, Date.now());
  const wire = await openWire(server.port);
  const open = async (code: string, caller: number) => {
    const address = `100.80.${caller >> 8}.${caller & 255}`;
    const headers = { "User-Agent": userAgent, "CF-Connecting-IP": address };
    return wire.exchange(requestBytes(`/sl/${code}`, { headers }));
  };
  let refused = 0;
  for (let done = 0; done < count; done += batch) {
    const indexes = Array.from({ length: Math.min(batch, count - done) }, (_, i) => done + i);
    const rows = indexes.map((index) => {
      const good = makeRecord(secrets, inviter.userId, newId("link", Date.now()));
      return spoil(good, index, thief.userId);
    });
    await insertRecords(database.db, rows);
    for (const [i, { code }] of rows.entries()) {
      const { status, head } = await open(code, done + i);
      const closed = status === 302 && /^location: \/link-unavailable\r?$/im.test(head);
      if (closed && !/^set-cookie:/im.test(head)) refused += 1;
    }
  }
  const control = await open(world.link.code, count);
  wire.close();
  const breaches: string[] = [];
  if (refused !== count) breaches.push(`${count - refused} tampered records opened`);
  if (!/^location: \/fvm\//im.test(control.head)) breaches.push("the good record did not open");
  return { breaches, figures: { tamperedRecords: count, recordsRefused: refused } };
}
