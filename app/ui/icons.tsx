/** The few icons that every page needs; the others come from lucide with the pages that use them. */
import type { ReactNode } from "react";

interface IconProps {
  className?: string;
}

function drawn(shape: ReactNode) {
  return function Icon({ className }: IconProps) {
    return (
      <svg
        viewBox="0 0 24 24"
        className={className ?? "size-5"}
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        role="presentation"
      >
        {shape}
      </svg>
    );
  };
}

export const HouseIcon = drawn(
  <path d="m4 11 8-7 8 7v8a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 19zM9.5 20v-6h5v6" />,
);
export const BoardIcon = drawn(<path d="M5 20v-6M12 20V5M19 20v-9" strokeWidth="3.6" />);
export const LinkIcon = drawn(
  <path d="M10 14a4.5 4.5 0 0 0 6.4 0l3-3A4.5 4.5 0 0 0 13 4.6l-1 1M14 10a4.5 4.5 0 0 0-6.4 0l-3 3a4.5 4.5 0 0 0 6.4 6.4l1-1" />,
);
export const GaugeIcon = drawn(<path d="M4.5 18.5a9 9 0 1 1 15 0M12 14l4-5M12 14v.1" />);
export const PersonIcon = drawn(
  <path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c1-4 4-6 7.5-6s6.5 2 7.5 6" />,
);
export const FriendsIcon = drawn(
  <path d="M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5c.8-3.4 3.4-5 6.5-5s5.7 1.6 6.5 5M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.9c1.8.8 3 2.3 3.5 4.6" />,
);
export const SunIcon = drawn(
  <path d="M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v1.5M12 20v1.5M2.5 12H4M20 12h1.5M5.3 5.3l1 1M17.7 17.7l1 1M5.3 18.7l1-1M17.7 6.3l1-1" />,
);
export const MoonIcon = drawn(<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z" />);
export const TickIcon = drawn(<path d="m5 12.5 5 5.5L19 6.5" strokeWidth="3.8" />);
export const SpeechIcon = drawn(
  <path d="M5 4.5h14a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5h-7L7 20.5v-4H5A1.5 1.5 0 0 1 3.5 15V6A1.5 1.5 0 0 1 5 4.5zM8 9h8M8 12.5h5" />,
);
