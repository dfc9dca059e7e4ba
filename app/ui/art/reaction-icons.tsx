/** The five reactions, drawn: plain filled shapes that are told apart without their colours. */
import type { ReactNode } from "react";
import type { ReactionKind } from "#shared/activity.ts";

const shapes: Record<ReactionKind, ReactNode> = {
  heart: (
    <path
      d="M12 20.5C5.5 16 2.8 12.6 2.8 8.9 2.8 6 5 4 7.6 4c1.8 0 3.4 1 4.4 2.6C13 5 14.6 4 16.4 4 19 4 21.2 6 21.2 8.9c0 3.7-2.7 7.1-9.2 11.6z"
      fill="#e5533d"
    />
  ),
  clap: (
    <>
      <path
        d="M6.2 12.2 11 7.4a1.6 1.6 0 0 1 2.3 2.2l1.9-1.9a1.6 1.6 0 0 1 2.3 2.3l.7-.6a1.6 1.6 0 0 1 2.3 2.2l-5.6 6.9a5.6 5.6 0 0 1-8.3.4 5 5 0 0 1-.4-6.7z"
        fill="#d98b2b"
      />
      <path
        d="M4 8.5 2.4 7M7.4 5.6 7 3.2M11.4 4.4l1-2.1"
        fill="none"
        stroke="#d98b2b"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </>
  ),
  star: (
    <path
      d="m12 2.8 2.8 5.9 6.4.9-4.7 4.5 1.2 6.4-5.7-3.1-5.7 3.1 1.2-6.4L2.8 9.6l6.4-.9z"
      fill="#f0b01f"
    />
  ),
  splash: (
    <>
      <path
        d="M12 2.5c3.6 4.6 5.6 7.6 5.6 10.3a5.6 5.6 0 0 1-11.2 0C6.4 10.1 8.4 7.1 12 2.5z"
        fill="#2b93c9"
      />
      <path
        d="M3.5 20.500h17"
        fill="none"
        stroke="#2b93c9"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
    </>
  ),
  sprout: (
    <>
      <path d="M12 21v-9" fill="none" stroke="#3a8f3f" strokeWidth="2.4" strokeLinecap="round" />
      <path d="M12 13C12 8.5 8.5 6 3.5 6.3 3.5 11 7 13.5 12 13z" fill="#3a8f3f" />
      <path d="M12 10.500c0-4 3-6.7 8.5-6.8.3 4.8-3 7.8-8.5 6.800z" fill="#5fb561" />
    </>
  ),
};

export function ReactionIcon({ kind, className }: { kind: ReactionKind; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={className ?? "size-6"}
      aria-hidden="true"
      role="presentation"
    >
      {shapes[kind]}
    </svg>
  );
}
