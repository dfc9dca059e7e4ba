/** Goes through the states of all pages, for whoever wants to look at each: by camera or by axe. */
import type { Page } from "@playwright/test";
import { type Actor, accounts, type Found, type Shot } from "#tests/screenshots/shot.ts";
import { signIn } from "./journeys.ts";

/**
 * Goes through `shots` in browsers that `newPerson` opens; `look` says what happens at each. The
 * first that cannot be reached ends it, unless `failed` is told.
 */
export async function goThrough(
  shots: readonly Shot[],
  newPerson: () => Promise<Page>,
  look: (page: Page, shot: Shot) => Promise<void>,
  failed?: (shot: Shot, error: unknown) => void,
): Promise<void> {
  const pages = new Map<Actor, Page>();
  const found: Found = {};
  const open = async (actor: Actor): Promise<Page> => {
    const known = pages.get(actor);
    if (known) return known;
    const page = await newPerson();
    pages.set(actor, page);
    const account = accounts[actor];
    if (account) await signIn(page, account);
    return page;
  };
  for (const shot of shots) {
    try {
      const page = await open(shot.as);
      if (typeof shot.reach === "string") await page.goto(shot.reach);
      else await shot.reach(page, found);
      await look(page, shot);
    } catch (error) {
      if (!failed) throw error;
      failed(shot, error);
    }
  }
}
