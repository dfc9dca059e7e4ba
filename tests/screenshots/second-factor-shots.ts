/** The admin's app: turned on last, because every sign-in asks for it from then on. */
import { signIn } from "#tests/support/journeys.ts";
import { currentStep, totpCode } from "#workers/features/people/totp.ts";
import { at, type Shot } from "./shot.ts";

export const secondFactorShots: readonly Shot[] = [
  at("second-factor-recovery", "settings_.second-factor", "admin", async (page) => {
    const secret = ((await page.locator("code").textContent()) ?? "").replaceAll(" ", "");
    const code = await totpCode(secret, currentStep(Date.now()));
    await page.getByLabel("The code that the app shows now").fill(code);
    await page.getByRole("button", { name: "Turn it on" }).click();
    await page.getByLabel("Recovery codes").waitFor();
  }),
  at("second-factor", "sign-in.second-factor", "admin", async (page) => {
    await page.context().clearCookies();
    await signIn(page, "admin@demo.test");
    await page.goto("/sign-in/second-factor");
  }),
];
