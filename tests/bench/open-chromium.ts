/** The Chromium of this machine, for benches that measure pages. */
import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "#tests/support/find-browser.ts";
import type { Closers } from "../../scripts/local/closers.ts";
import { BenchFault } from "./bench-fault.ts";

const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];

/** Closed when the bench ends. Throws BenchFault where there is none. */
export async function openChromium(closers: Closers): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new BenchFault("There is no Chromium here: name one in CHROMIUM_PATH.");
  const browser = await chromium.launch({ executablePath, args });
  closers.add(() => browser.close());
  return browser;
}
