/** The otter of the house, from the shoulders up; drawn around (0, 0) to be placed in a scene. */

const ink = "#0b2723";
export const fur = "#9b6a49";
export const furLight = "#f0d9b8";

interface OtterHeadProps {
  mood?: "happy" | "puzzled" | "calm";
}

export function OtterHead({ mood = "happy" }: OtterHeadProps) {
  return (
    <g strokeLinecap="round" strokeLinejoin="round">
      <circle cx="-38" cy="-26" r="11" fill={fur} />
      <circle cx="38" cy="-26" r="11" fill={fur} />
      <circle cx="-38" cy="-25" r="5.5" fill="#6f4a32" />
      <circle cx="38" cy="-25" r="5.5" fill="#6f4a32" />
      <path d="M0-48c30 0 50 18 50 44S30 42 0 42-50 22-50-4s20-44 50-44z" fill={fur} />
      <path d="M0-4c18 0 34 6 34 22S18 42 0 42s-34-8-34-24S-18-4 0-4z" fill={furLight} />
      <path d="M-9 2c0-5 18-5 18 0s-5 9-9 9-9-4-9-9z" fill={ink} />
      <g fill="none" stroke={ink} strokeWidth="3.6">
        <path d="M0 11v6" />
        {mood === "happy" ? <path d="M-12 16q6 9 12 1 6 8 12-1" /> : null}
        {mood === "calm" ? <path d="M-9 19q9 6 18 0" /> : null}
        {mood === "puzzled" ? <path d="M-8 22q8-6 16 0" /> : null}
        {mood === "happy" ? (
          <path d="M-30-13q6-8 12 0M18-13q6-8 12 0" />
        ) : (
          <path d="M-24-12v.1M24-12v.1" strokeWidth="9" />
        )}
        {mood === "puzzled" ? <path d="M-32-29q8-5 14-2M18-33q8-3 13 3" /> : null}
        <path d="M-26 14-46 10M-26 21-45 23M26 14l20-4M26 21l19 2" strokeWidth="2" opacity="0.55" />
      </g>
    </g>
  );
}
