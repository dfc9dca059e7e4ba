/** Runs a command of `npm run`: one clear sentence and exit code 1 when it fails. */
import { sentenceOf } from "#db/local/errors.ts";

/** The command may return an exit code of its own. */
export async function runCommand(command: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await command()) ?? 0;
  } catch (error) {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  }
}
