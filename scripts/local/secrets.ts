/** Secrets of this machine's server: random, made once, kept in DATA_DIR and nowhere else. */
import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartFault } from "./start-fault.ts";

const random = () => randomBytes(32).toString("base64url");

const made = {
  AUTH_SECRET: random,
  COOKIE_SECRET: random,
  TICKET_SECRET: random,
  LINK_CODE_SECRET: random,
  LINK_SIGNING_KEYS: () => `k1:${random()}`,
};

export type LocalSecrets = Record<keyof typeof made, string>;

/** Reads `secrets.json` of the folder and adds what is missing. Throws StartFault if it is broken. */
export function localSecrets(dataDir: string): LocalSecrets {
  const path = join(dataDir, "secrets.json");
  const kept = readKept(path);
  const secrets = Object.fromEntries(
    Object.entries(made).map(([name, make]) => [name, kept[name] ?? make()]),
  ) as LocalSecrets;
  if (Object.keys(made).some((name) => kept[name] === undefined)) {
    const draft = `${path}.new`;
    writeFileSync(draft, `${JSON.stringify({ ...kept, ...secrets }, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, path);
  }
  return secrets;
}

function readKept(path: string): Record<string, string> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return {};
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new StartFault(`${path} is not JSON: mend it, or delete it to sign everybody out.`);
  }
}
