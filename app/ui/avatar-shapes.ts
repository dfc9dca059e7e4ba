/** The features of a pebble creature, drawn from a text: the same text is always the same creature. */

export const stoneColours = [
  "algebra",
  "geometry",
  "biology",
  "chemistry",
  "physics",
  "reading",
  "vocabulary",
  "sat_math",
] as const;

export const bodies = ["round", "egg", "bean", "boulder"] as const;
export const ears = ["none", "round", "pointed", "tuft", "long"] as const;
export const eyes = ["dots", "wide", "sleepy", "wink"] as const;
export const mouths = ["smile", "small", "open", "beak"] as const;
export const marks = ["none", "freckles", "stripes", "belly"] as const;

export interface AvatarShapes {
  ground: (typeof stoneColours)[number];
  stone: (typeof stoneColours)[number];
  body: (typeof bodies)[number];
  ears: (typeof ears)[number];
  eyes: (typeof eyes)[number];
  mouth: (typeof mouths)[number];
  mark: (typeof marks)[number];
  cheeks: boolean;
  /** Degrees, -6 to 6. */
  tilt: number;
}

/** Over 400,000 creatures. Ground and stone never have the same colour. */
export function avatarShapes(seed: string): AvatarShapes {
  const next = numbers(seed);
  const ground = next(stoneColours.length);
  const stone = (ground + 1 + next(stoneColours.length - 1)) % stoneColours.length;
  return {
    ground: at(stoneColours, ground),
    stone: at(stoneColours, stone),
    body: at(bodies, next(bodies.length)),
    ears: at(ears, next(ears.length)),
    eyes: at(eyes, next(eyes.length)),
    mouth: at(mouths, next(mouths.length)),
    mark: at(marks, next(marks.length)),
    cheeks: next(2) === 1,
    tilt: next(7) * 2 - 6,
  };
}

function at<T>(list: readonly [T, ...T[]] | readonly T[], index: number): T {
  return list[index] as T;
}

/** FNV-1a for the seed, xorshift for the numbers that follow: stable, and no secret. */
function numbers(seed: string): (below: number) => number {
  let state = 0x811c9dc5;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193);
  state = state || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
