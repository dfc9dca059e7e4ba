/** All drawings, each on the ground it was made for. */
import { reactionKinds } from "#shared/activity.ts";
import { BrandMark } from "./brand-mark.tsx";
import { Cairn } from "./cairn.tsx";
import { Crossing } from "./crossing.tsx";
import { FlameStone } from "./flame-stone.tsx";
import { GateOtter } from "./gate-otter.tsx";
import { GateSky } from "./gate-sky.tsx";
import { LostOtter } from "./lost-otter.tsx";
import { OtterHead } from "./otter.tsx";
import { ReactionIcon } from "./reaction-icons.tsx";
import { RestingStones } from "./resting-stones.tsx";
import { RiverBackdrop } from "./river-backdrop.tsx";
import { RiverStrip } from "./river-strip.tsx";

export default { title: "Pictures/Art" };

export const OnPaper = () => (
  <div className="flex flex-wrap items-end gap-6">
    <BrandMark className="size-20" />
    <LostOtter className="w-64" />
    <RestingStones className="h-24" />
  </div>
);

export const OnPine = () => (
  <div className="on-river-block relative overflow-hidden rounded-stone">
    <RiverBackdrop className="absolute inset-0 size-full" />
    <Crossing className="relative w-96 max-w-full" />
    <GateOtter className="relative w-96 max-w-full" />
    <GateSky className="relative w-96 max-w-full" />
  </div>
);

export const OnAStone = () => (
  <div data-subject="biology" className="rounded-stone bg-stone p-6">
    <Cairn className="h-36" />
  </div>
);

export const Flames = () => (
  <div className="flex gap-6">
    {(["lit", "iced", "unlit"] as const).map((state) => (
      <FlameStone key={state} state={state} className="h-28" />
    ))}
  </div>
);

export const Moods = () => (
  <div className="flex gap-6">
    {(["happy", "calm", "puzzled"] as const).map((mood) => (
      <svg key={mood} viewBox="-60 -60 120 110" className="h-28" role="img" aria-label={mood}>
        <OtterHead mood={mood} />
      </svg>
    ))}
  </div>
);

export const Reactions = () => (
  <div className="flex gap-4">
    {reactionKinds.map((kind) => (
      <ReactionIcon key={kind} kind={kind} className="size-12" />
    ))}
  </div>
);

export const River = () => (
  <div className="grid">
    {[0, 0.5, 1].map((progress) => (
      <RiverStrip key={progress} progress={progress} />
    ))}
  </div>
);
