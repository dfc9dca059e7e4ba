/** The frame of the pages around signing in: one task, and the otter that keeps company. */
import type { ReactNode } from "react";
import { GateOtter } from "#app/ui/art/gate-otter.tsx";
import { GateSky } from "#app/ui/art/gate-sky.tsx";

interface DoorwayProps {
  title: string;
  lede?: ReactNode;
  children: ReactNode;
}

export function Doorway({ title, lede, children }: DoorwayProps) {
  return (
    <div className="column my-auto max-w-md pt-6 pb-16 sm:pt-10 lg:max-w-4xl">
      <div className="grid overflow-hidden rounded-stone border border-line bg-card lg:grid-cols-[1fr_1.2fr]">
        <div className="on-river-block relative flex items-end justify-center overflow-hidden pt-4">
          <GateSky className="absolute inset-x-0 top-0 w-full max-lg:hidden" />
          <GateOtter className="relative h-36 w-full lg:h-auto lg:max-w-96 lg:[&>circle]:hidden" />
        </div>
        <div className="p-6 sm:p-9 lg:py-12">
          <h1 className="text-title">{title}</h1>
          {lede ? <p className="mt-2 text-soft">{lede}</p> : null}
          <div className="mt-6">{children}</div>
        </div>
      </div>
    </div>
  );
}
