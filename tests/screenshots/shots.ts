/** All shots, in the order in which they are taken: what one leaves, later ones show. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { appShots } from "./app-shots.ts";
import { guestShots } from "./guest-shots.ts";
import { adminShots, familyShots, studentShots, tutorShots } from "./member-shots.ts";
import { secondFactorShots } from "./second-factor-shots.ts";
import type { Shot } from "./shot.ts";

export const shots: readonly Shot[] = [
  ...tutorShots,
  ...studentShots,
  ...guestShots,
  ...familyShots,
  ...adminShots,
  ...secondFactorShots,
  ...appShots,
];

const folder = fileURLToPath(new URL("../../app/routes/", import.meta.url));

/** Every route with a page: the others only send people on, or stand around others' pages. */
export function routesWithPage(): string[] {
  const shows = (code: string) => /^export default/m.test(code) && !code.includes("<Outlet");
  return readdirSync(folder)
    .filter((file) => shows(readFileSync(folder + file, "utf8")))
    .map((file) => file.replace(/\.tsx$/, ""));
}
