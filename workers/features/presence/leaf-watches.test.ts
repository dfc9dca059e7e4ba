/** What leaves tell each other of the people that are watched. */
import { expect, test } from "vitest";
import { LeafWatches } from "./leaf-watches.room.ts";
import type { SeenPerson } from "./presence.ts";
import type { Sighting } from "./presence-api.ts";

const person = (handle: string): SeenPerson => ({
  ...{ handle, alias: "Quiet Otter 42", joinedAt: 1 },
  ...{ status: "online", act: null },
});

/** A leaf whose words wait until `answer` is called. */
function slowLeaf() {
  const words: (readonly Sighting[])[] = [];
  const answers: (() => void)[] = [];
  return {
    words,
    answer: () => answers.shift()?.(),
    follow: async () => [],
    sighted: (sightings: readonly Sighting[]) => {
      words.push(sightings);
      return new Promise<void>((resolve) => answers.push(resolve));
    },
  };
}

test("one word to a leaf is on the way at a time, and the next one names each of the changed once", async () => {
  const other = slowLeaf();
  const here = new Map(["a", "b", "c"].map((handle) => [handle, person(handle)]));
  const watches = new LeafWatches({
    ...{ own: 0, topicName: "presence/algebra:0", send: () => {} },
    ...{ leafFor: () => 0, leaf: () => other },
    person: (handle) => here.get(handle) ?? null,
  });
  watches.follow(1, ["a", "b", "c"]);
  const told = [watches.changed(["a"]), watches.changed(["b"]), watches.changed(["b", "c"])];
  here.delete("c");
  expect(other.words.map((word) => word.map(([handle]) => handle))).toEqual([["a"]]);
  other.answer();
  await told[1];
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(other.words[1]).toEqual([
    ["b", person("b")],
    ["c", null],
  ]);
  other.answer();
  await Promise.all(told);
  expect(other.words).toHaveLength(2);
  void watches.changed(["a"]);
  expect(other.words).toHaveLength(3);
});
