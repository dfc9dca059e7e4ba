/** Counts that somebody looked at a page by which we tell what is used. */
import { useEffect } from "react";
import type { EventProps } from "#shared/events.ts";
import { track } from "./track.ts";

type Surface = EventProps<"surface.viewed">["surface"];

/** Once each time the page is opened by somebody signed in; guests who look around are not counted. */
export function useSurfaceViewed(surface: Surface, signedIn: boolean): void {
  useEffect(() => {
    if (signedIn) track("surface.viewed", { surface });
  }, [surface, signedIn]);
}
