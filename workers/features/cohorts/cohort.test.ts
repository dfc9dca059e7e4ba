import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countHere, type Presence, roster, rosterChange } from "./cohort.ts";

const listed = (handle: string) => ({ handle, alias: `Alias ${handle}`, joinedAt: 1 });
const here = (handle: string, status: Presence["status"] = "online") => ({ handle, status });

describe("roster", () => {
  it("lists everybody, with the strongest status of their tabs", () => {
    const list = roster(
      [listed("a"), listed("b"), listed("c")],
      [here("a", "away"), here("a"), here("a", "away"), here("b", "away")],
    );
    expect([...list.values()].map((member) => member.status)).toEqual([
      "online",
      "away",
      "offline",
    ]);
    expect(countHere(list)).toBe(2);
  });

  it("leaves out who only watches", () => {
    expect([...roster([listed("a")], [here("stranger")]).keys()]).toEqual(["a"]);
  });
});

const histories = fc.array(
  fc.record({
    members: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d")),
    present: fc.array(
      fc.record({
        handle: fc.constantFrom("a", "b", "c", "d"),
        status: fc.constantFrom<Presence["status"]>("online", "away"),
      }),
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

describe("rosterChange", () => {
  it("is null between equal rosters", () => {
    const list = roster([listed("a")], [here("a")]);
    expect(rosterChange(list, roster([listed("a")], [here("a")]))).toBeNull();
  });

  it("leads a reader who applies each change to the very same roster", () => {
    fc.assert(
      fc.property(histories, (history) => {
        let told = roster([], []);
        const reader = new Map(told);
        for (const { members, present } of history) {
          const next = roster(members.map(listed), present);
          const change = rosterChange(told, next);
          told = next;
          for (const handle of change?.leave ?? []) reader.delete(handle);
          for (const member of [...(change?.join ?? []), ...(change?.upd ?? [])]) {
            reader.set(member.handle, member);
          }
          expect(Object.fromEntries(reader)).toEqual(Object.fromEntries(next));
          if (change) expect(change.n).toBe(countHere(next));
        }
      }),
    );
  });
});
