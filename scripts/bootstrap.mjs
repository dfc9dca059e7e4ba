/**
 * What `npm start`, `npm test` and `npm run dev` begin with: a fresh clone has no packages and may
 * have an older Node, so this file needs neither. It installs what is missing and hands over.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installedDiffers } from "./installed-packages.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const commands = ["start", "test", "dev"];
const oldestNode = [22, 18];

/** @param {string} sentence */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** @param {string} path */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), "utf8"));
  } catch {
    return null;
  }
}

/**
 * Runs a program in the foreground, passes signals on and resolves with its exit code.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function run(program, args, env) {
  return new Promise((resolve) => {
    const shell = process.platform === "win32" && program === "npm";
    const child = spawn(program, args, { cwd: root, stdio: "inherit", env, shell });
    for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
      process.on(signal, () => child.kill(signal));
    }
    endWithParent(() => child.kill("SIGTERM"));
    child.once("error", (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      resolve(1);
    });
    child.once("exit", (code, signal) =>
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    );
  });
}

/**
 * A killed npm tells nobody, so its child looks after it: what npm started ends with npm.
 * @param {() => void} end
 */
function endWithParent(end) {
  if (!process.env["npm_lifecycle_event"]) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, 500);
  timer.unref();
}

/** @param {NodeJS.ProcessEnv} env */
async function install(env) {
  const difference = installedDiffers(
    readJson("package-lock.json"),
    readJson("node_modules/.package-lock.json"),
  );
  if (!difference) return;
  console.log(`Installing the packages (${difference}); this takes about half a minute.`);
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const code = await run("npm", args, env);
  if (code !== 0) stop(`The packages could not be installed: npm ci ended with code ${code}.`);
}

/** The Node that runs the project's TypeScript: the packaged one, else this one if new enough. */
function findNode() {
  const packaged = join(root, "node_modules", ".bin", "node");
  if (process.platform !== "win32" && existsSync(packaged)) return packaged;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = oldestNode;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) {
    return process.execPath;
  }
  return stop(`This needs Node ${oldestNode.join(".")} or newer; this is ${process.version}.`);
}

const [command = "", ...rest] = process.argv.slice(2);
if (!commands.includes(command)) stop(`Say one of: ${commands.join(", ")}.`);
const env = {
  ...process.env,
  // The command ends when this process does: see scripts/local/orphan-guard.ts.
  END_WITH_PARENT: "1",
  PATH: `${join(root, "node_modules", ".bin")}${delimiter}${process.env["PATH"] ?? ""}`,
};
await install(process.env);
const node = String(findNode());
process.exit(await run(node, [join(root, "scripts", `${command}.ts`), ...rest], env));
