/** The otter that waits at the bank with a warm stone. Stands on pine. */
import { fur, furLight, OtterHead } from "./otter.tsx";

export function GateOtter({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 360 260"
      preserveAspectRatio="xMidYMax meet"
      overflow="visible"
      className={className}
      aria-hidden="true"
      role="presentation"
    >
      <circle cx="312" cy="62" r="30" fill="var(--sun)" />
      <path
        d="M-600 150c200 60 420 60 600 26 46-26 92-26 142-8s132 16 218-12c160-40 320-40 480 0v104H-600z"
        fill="#1d5a50"
      />
      <path d="M118 240c-8-66 14-104 62-104s70 38 62 104z" fill={fur} />
      <path d="M146 240c-4-46 8-70 34-70s38 24 34 70z" fill={furLight} />
      <g transform="translate(180 104)">
        <OtterHead mood="calm" />
      </g>
      <g transform="translate(180 200)">
        <path
          d="M0-28c19 0 30 10 30 27S18 26-1 26-30 15-30-2-17-28 0-28z"
          fill="var(--stone-physics)"
        />
        <path
          d="M-13 0c3 2 7 7 9 13 4-10 9-18 17-24"
          fill="none"
          stroke="#0b2723"
          strokeWidth="7"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </g>
      <path
        d="M138 176c2 18 8 26 20 30M222 176c-2 18-8 26-20 30"
        fill="none"
        stroke={fur}
        strokeWidth="17"
        strokeLinecap="round"
      />
      <path
        d="M-600 210c200 30 420 30 600 12 60-22 118-16 176-2s128 12 184-10c160-30 320-30 480 0v50H-600z"
        fill="#2b7a6c"
      />
      <g fill="none" stroke="#8fd8c6" strokeWidth="4" strokeLinecap="round" opacity="0.8">
        <path d="M34 240c10 6 18 6 28 0s18-6 28 0M246 238c10 6 18 6 28 0s18-6 28 0" />
      </g>
    </svg>
  );
}
