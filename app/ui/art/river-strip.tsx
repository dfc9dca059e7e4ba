/** The water at the foot of a deck; the otter swims along as the questions go by. */
import { OtterHead } from "./otter.tsx";

/** `progress` from 0 (this bank) to 1 (the other one). */
export function RiverStrip({ progress }: { progress: number }) {
  return (
    <div aria-hidden="true" className="relative mt-auto h-30 shrink-0 overflow-hidden">
      {/* Moved by its own width and nothing else: no frame on the way has to be laid out again. */}
      <div
        className="absolute inset-x-14 bottom-9.5 transition-transform duration-700 ease-out"
        style={{ transform: `translateX(${progress * 100}%)` }}
      >
        <svg viewBox="-60 -60 120 110" className="h-19 -translate-x-1/2" role="presentation">
          <OtterHead mood={progress === 1 ? "happy" : "calm"} />
        </svg>
      </div>
      <svg className="absolute inset-x-0 bottom-0 h-15 w-full" role="presentation">
        <defs>
          <pattern id="waves" width="80" height="60" patternUnits="userSpaceOnUse">
            <path d="M0 10c14 9 26 9 40 0s26-9 40 0v50H0z" fill="var(--river-soft)" />
            <path
              d="M0 10c14 9 26 9 40 0s26-9 40 0M14 36c8 5 14 5 22 0s14-5 22 0"
              fill="none"
              stroke="var(--wave)"
              strokeWidth="3.5"
              strokeLinecap="round"
            />
          </pattern>
        </defs>
        <rect width="100%" height="60" fill="url(#waves)" />
      </svg>
    </div>
  );
}
