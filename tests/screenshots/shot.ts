/** A page in one of its states, and how somebody gets there. */
import type { Page } from "@playwright/test";

/** Whose browser it is: each has one of its own, which stays open. */
export type Actor =
  | "guest"
  | "invitee"
  | "child"
  | "student"
  | "minor"
  | "parent"
  | "guardian"
  | "tutor"
  | "admin";

/** Who has an account is signed in before the first shot. */
export const accounts: Partial<Record<Actor, string>> = {
  student: "student@demo.test",
  minor: "minor@demo.test",
  parent: "parent@demo.test",
  tutor: "tutor@demo.test",
  admin: "admin@demo.test",
};

/** What one shot leaves for those after it. */
export interface Found {
  smartLink?: string;
  tutorPage?: string;
}

export interface Shot {
  /** The name of its pictures. */
  name: string;
  /** The file in app/routes whose page it is, without its ending. */
  route: string;
  as: Actor;
  /** An address, or steps in the actor's page, which goes on from the actor's last shot. */
  reach: string | ((page: Page, found: Found) => Promise<void>);
  /** Lies over the page: its picture is as high as the window. */
  over?: boolean;
  /** The README shows it: one more picture, of a window of that size, by day. */
  readme?: { width: number; height: number };
}

/** A shot without steps. */
export const at = (name: string, route: string, as: Actor, reach: Shot["reach"]): Shot => ({
  name,
  route,
  as,
  reach,
});

/** A shot that the README shows, too. */
export const shown = (readme: NonNullable<Shot["readme"]>, shot: Shot): Shot => ({
  ...shot,
  readme,
});

/** A shot of what lies over a page. */
export const over = (...given: Parameters<typeof at>): Shot => ({ ...at(...given), over: true });
