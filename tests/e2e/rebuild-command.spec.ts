/** `npm run leaderboards:rebuild`: has a running server count its boards anew from Postgres. */
import { expect, test } from "@playwright/test";
import { findFreePort } from "../../scripts/local/free-port.ts";
import { spawnServer, startServer } from "../support/server.ts";

async function rebuild(env: Record<string, string>, ...args: string[]) {
  const command = spawnServer(env, [process.execPath, "scripts/rebuild-boards.ts", ...args]);
  const { code } = await command.exited;
  return { code, lines: command.output().trim().split("\n") };
}

test("a running server's boards are counted again, and a stopped one is named", async () => {
  const server = await startServer({ env: { SEED: "people" } });
  const env = { DATA_DIR: server.dataDir, PORT: String(server.port) };
  const board = `${server.url}/api/leaderboards/algebra/all_time`;
  try {
    const before = (await (await fetch(board)).json()) as { players: number };
    expect(before.players).toBeGreaterThan(0);
    const { code, lines } = await rebuild(env, "--subject", "algebra");
    expect(code, lines.join("\n")).toBe(0);
    expect(lines).toHaveLength(3);
    expect(lines).toContainEqual(`algebra:all_time:1970-01-01: rebuilt, ${before.players} players`);
    expect(await (await fetch(board)).json()).toEqual(before);
  } finally {
    await server.kill("SIGTERM");
  }
  const gone = await rebuild(env, "--subject", "algebra", "--period", "daily");
  await server.stop();
  expect(gone.code).toBe(1);
  expect(gone.lines.join("\n")).toMatch(/No server answers at \S+: begin with npm start/);
});

test("a subject that there is not is answered by how to ask", async () => {
  const { code, lines } = await rebuild(
    { PORT: String(await findFreePort()) },
    "--subject",
    "soup",
  );
  expect(code).toBe(1);
  expect(lines[0]).toContain("Usage: npm run leaderboards:rebuild -- --subject algebra|");
});
