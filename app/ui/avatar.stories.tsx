/** The creatures of some aliases, in all sizes. */
import { Avatar } from "./avatar.tsx";

export default { title: "Pictures/Avatar" };

const seeds = [
  "Quiet Otter 42",
  "Brave Hedgehog 63",
  "Swift Heron 7",
  "Calm Newt 19",
  "Bold Hare 88",
];

export const Creatures = () => (
  <div className="flex flex-wrap gap-3">
    {seeds.map((seed) => (
      <Avatar key={seed} seed={seed} className="size-24" />
    ))}
  </div>
);

export const Sizes = () => (
  <div className="flex items-end gap-3">
    {["size-8", "size-11", "size-16", "size-24"].map((size) => (
      <Avatar key={size} seed="Quiet Otter 42" className={size} />
    ))}
  </div>
);
