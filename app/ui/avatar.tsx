/** A person's picture: a pebble creature drawn from the alias, without any outside call. */
import { clsx } from "clsx";
import type { ReactNode } from "react";
import { type AvatarShapes, avatarShapes } from "./avatar-shapes.ts";

const ink = "#0b2723";

const bodyPaths: Record<AvatarShapes["body"], string> = {
  round: "M50 26c24 0 36 16 36 38 0 20-8 40-36 40S14 84 14 64c0-22 12-38 36-38z",
  egg: "M50 20c18 0 34 26 34 48 0 20-10 36-34 36S16 88 16 68c0-22 16-48 34-48z",
  bean: "M40 26c28-6 48 12 48 38 0 24-10 40-40 40-28 0-36-16-36-38 0-20 10-36 28-40z",
  boulder: "M30 32c16-8 36-6 46 4 12 12 14 30 12 48-2 14-12 20-38 20S12 98 12 82c-2-22 2-42 18-50z",
};

const earPaths: Record<AvatarShapes["ears"], string | null> = {
  none: null,
  round: "M18 42a12 12 0 1 1 20-12zM82 42a12 12 0 1 0-20-12z",
  pointed: "M18 48 16 18 42 32zM82 48 84 18 58 32z",
  tuft: "M46 30c-8-6-8-16-2-20 0 6 4 8 8 10 0-6 4-10 8-10 4 8-2 16-8 20z",
  long: "M28 36C18 22 20 6 30 4c8 2 10 16 8 28zM72 36C82 22 80 6 70 4c-8 2-10 16-8 28z",
};

const eyeParts: Record<AvatarShapes["eyes"], ReactNode> = {
  dots: <path d="M36 56v.1M64 56v.1" strokeWidth="9" />,
  wide: (
    <>
      <circle cx="36" cy="56" r="8.5" fill="#fff" stroke="none" />
      <circle cx="64" cy="56" r="8.5" fill="#fff" stroke="none" />
      <path d="M37 57v.1M63 57v.1" strokeWidth="8" />
    </>
  ),
  sleepy: <path d="M30 56q6 5 12 0M58 56q6 5 12 0" strokeWidth="4.5" />,
  wink: (
    <>
      <path d="M36 56v.1" strokeWidth="9" />
      <path d="M58 57q6-6 12 0" strokeWidth="4.5" />
    </>
  ),
};

const mouthParts: Record<AvatarShapes["mouth"], ReactNode> = {
  smile: <path d="M41 69q9 9 18 0" strokeWidth="4.5" />,
  small: <path d="M46 71q4 3 8 0" strokeWidth="4.5" />,
  open: <path d="M42 68h16q-1 11-8 11t-8-11z" fill={ink} strokeWidth="2" />,
  beak: <path d="M42 68h16l-8 9z" fill="#ffbe2e" strokeWidth="3.5" />,
};

const markParts: Record<AvatarShapes["mark"], ReactNode> = {
  none: null,
  freckles: <path d="M27 66v.1M33 69v.1M67 69v.1M73 66v.1" strokeWidth="3.5" />,
  stripes: <path d="M43 36v7M50 34v9M57 36v7" strokeWidth="4" />,
  belly: <ellipse cx="50" cy="98" rx="20" ry="14" fill="#fff" opacity="0.55" stroke="none" />,
};

interface AvatarProps {
  /** Usually the alias: the same alias is the same creature everywhere. */
  seed: string;
  className?: string;
}

/** Decorative: the alias always stands beside it in words. */
export function Avatar({ seed, className }: AvatarProps) {
  const shapes = avatarShapes(seed);
  const stone = `var(--stone-${shapes.stone})`;
  const ears = earPaths[shapes.ears];
  return (
    <svg
      viewBox="0 0 100 100"
      className={clsx("shrink-0 rounded-[32%]", className ?? "size-10")}
      aria-hidden="true"
      role="presentation"
    >
      <rect width="100" height="100" fill={`var(--stone-${shapes.ground})`} />
      <g
        transform={`rotate(${shapes.tilt} 50 70)`}
        stroke={ink}
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {ears ? <path d={ears} fill={stone} strokeWidth="4" /> : null}
        <path d={bodyPaths[shapes.body]} fill={stone} strokeWidth="4" />
        {markParts[shapes.mark]}
        {shapes.cheeks ? (
          <path d="M25 67v.1M75 67v.1" stroke="#e2553a" opacity="0.45" strokeWidth="11" />
        ) : null}
        {eyeParts[shapes.eyes]}
        {mouthParts[shapes.mouth]}
      </g>
    </svg>
  );
}
