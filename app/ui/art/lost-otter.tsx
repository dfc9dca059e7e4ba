/** An otter that looks up from the water, a little puzzled: for pages that are not there. */
import { fur, furLight, OtterHead } from "./otter.tsx";

export function LostOtter({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 320 210" className={className} aria-hidden="true" role="presentation">
      <path
        d="M214 60c22-3 42 9 44 28s-14 31-36 31-37-12-37-30 10-26 29-29z"
        fill="var(--stone-algebra)"
      />
      <path
        d="M212 82c0-14 20-14 20 0 0 8-9 9-9 16M223 108v.1"
        fill="none"
        stroke="#0b2723"
        strokeWidth="7"
        strokeLinecap="round"
      />
      <path d="M62 112c-1-15 11-24 25-23 13 1 22 10 21 23z" fill="var(--stone-chemistry)" />
      <path d="M104 190c-6-44 8-74 46-74s52 30 46 74z" fill={fur} />
      <path d="M124 190c-3-32 6-52 26-52s29 20 26 52z" fill={furLight} />
      <g transform="translate(150 90)">
        <OtterHead mood="puzzled" />
      </g>
      <path
        d="M20 168c14 9 26 9 40 0s26-9 40 0 26 9 40 0 26-9 40 0 26 9 40 0 26-9 40 0 26 9 40 0c-8 24-62 40-140 40S28 192 20 168z"
        fill="var(--river-soft)"
      />
      <path
        d="M20 168c14 9 26 9 40 0s26-9 40 0 26 9 40 0 26-9 40 0 26 9 40 0 26-9 40 0 26 9 40 0M58 190c10 6 18 6 28 0s18-6 28 0M190 192c10 6 18 6 28 0s18-6 28 0"
        fill="none"
        stroke="var(--river)"
        strokeWidth="4"
        strokeLinecap="round"
      />
    </svg>
  );
}
