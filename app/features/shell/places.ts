/** The places of the main navigation. */
import type { ComponentType } from "react";
import {
  BoardIcon,
  FriendsIcon,
  GaugeIcon,
  HouseIcon,
  LinkIcon,
  PersonIcon,
  SpeechIcon,
} from "#app/ui/icons.tsx";
import type { Viewer } from "./viewer.ts";

export interface Place {
  to: string;
  place: "home" | "boards" | "links" | "friends" | "family" | "admin" | "my_page" | "you";
  Icon: ComponentType<{ className?: string }>;
}

const everybody: readonly Place[] = [
  { to: "/home", place: "home", Icon: HouseIcon },
  { to: "/leaderboards", place: "boards", Icon: BoardIcon },
  { to: "/links", place: "links", Icon: LinkIcon },
];
const friends: Place = { to: "/friends", place: "friends", Icon: FriendsIcon };
const family: Place = { to: "/family", place: "family", Icon: FriendsIcon };
const admin: Place = { to: "/admin", place: "admin", Icon: GaugeIcon };
const tutorPage: Place = { to: "/tutors/mine", place: "my_page", Icon: SpeechIcon };
const settings: Place = { to: "/settings", place: "you", Icon: PersonIcon };

/** For the desktop's top row; the avatar beside it leads to the settings. */
export function placesFor(viewer: Viewer): readonly Place[] {
  if (viewer.kind !== "member") return everybody;
  if (viewer.role === "admin") return [...everybody, admin];
  if (viewer.persona === "tutor") return [...everybody, tutorPage];
  return [...everybody, viewer.persona === "parent" ? family : friends];
}

/** For the phone's bottom bar: never more than five. */
export function barPlacesFor(viewer: Viewer): readonly Place[] {
  return [...placesFor(viewer), settings];
}
