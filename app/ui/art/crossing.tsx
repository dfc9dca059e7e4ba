/** The house's picture: an otter has crossed four stones and holds the fifth. Stands on pine. */
import { fur, furLight, OtterHead } from "./otter.tsx";

const tick = "M-11 1c3 2 6 6 8 11 3-9 8-16 14-22";

const stones = [
  { x: 78, y: 330, size: 1.3, colour: "biology" },
  { x: 200, y: 344, size: 1.14, colour: "physics" },
  { x: 304, y: 316, size: 1, colour: "geometry" },
  { x: 390, y: 276, size: 0.88, colour: "reading" },
] as const;

/** Without water of its own: it floats on the `RiverBackdrop` behind it. */
export function Crossing({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 520 400" className={className} aria-hidden="true" role="presentation">
      <g fill="none" stroke="#8fd8c6" strokeWidth="4" strokeLinecap="round" opacity="0.75">
        <path d="M20 262c12 7 20 7 32 0s20-7 32 0M440 300c12 7 20 7 32 0s20-7 32 0M250 372c12 7 20 7 32 0s20-7 32 0M428 352c10 6 18 6 28 0s18-6 28 0" />
      </g>
      <FloatingOtter />
      {stones.map((stone) => (
        <g key={stone.x} transform={`translate(${stone.x} ${stone.y}) scale(${stone.size})`}>
          <ellipse cx="0" cy="22" rx="52" ry="17" fill="#1b5148" />
          <path
            d="M-46 8c-2-22 16-34 44-34s50 10 49 33c-1 14-20 22-48 22S-45 22-46 8z"
            fill={`var(--stone-${stone.colour})`}
          />
          <path
            d={tick}
            transform="translate(0 -2)"
            fill="none"
            stroke="#0b2723"
            strokeWidth="6.5"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </g>
      ))}
    </svg>
  );
}

const waterline =
  "M-86 46c14 9 24 9 38 0s24-9 38 0 24 9 38 0 24-9 38 0 24 9 38 0 24-9 38 0 24 9 38 0";

/** On its back, half in the water: what is below the waterline is cut off. */
function FloatingOtter() {
  return (
    <g transform="translate(190 166)">
      <clipPath id="above-water">
        <path d={`${waterline}h60V-120H-110v160z`} />
      </clipPath>
      <g clipPath="url(#above-water)">
        <path d="M150 22c34-6 58-24 66-44 8 30-14 62-58 66z" fill={fur} />
        <path
          d="M-30 28C-10-18 60-40 120-22c40 12 52 44 26 62-34 22-136 24-166 6-10-6-14-12-10-18z"
          fill={fur}
        />
        <path
          d="M14 10c28-24 70-28 104-12 20 10 18 28-8 34-34 8-84 6-98-4-6-6-4-12 2-18z"
          fill={furLight}
        />
        <path
          d="M148-18c10-12 24-14 32-6-4 12-14 20-26 20zM160 6c14-4 26 0 30 10-10 8-22 8-32 2z"
          fill="#6f4a32"
        />
        <g transform="translate(-36 -8) rotate(-8)">
          <OtterHead />
        </g>
        <g transform="translate(64 -30) rotate(-6)">
          <path d="M0-34c22 0 36 11 36 31S22 30-1 30-36 18-36-2-20-34 0-34z" fill="var(--sun)" />
          <path
            d={tick}
            transform="scale(1.25)"
            fill="none"
            stroke="#0b2723"
            strokeWidth="6.5"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </g>
        <path
          d="M22 8c4-14 16-22 26-18M116 0c-2-14-12-22-22-18"
          fill="none"
          stroke={fur}
          strokeWidth="15"
          strokeLinecap="round"
        />
      </g>
      <path d={waterline} fill="none" stroke="#8fd8c6" strokeWidth="4" strokeLinecap="round" />
    </g>
  );
}
