/** The second sink's data source and pipes say what we send, and mean what the metrics mean. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { lookBackDays } from "#shared/event-days.ts";
import { eventSchemas } from "#shared/events.ts";
import { lineOf, type StoredEvent } from "#workers/features/event-sink/event-lines.ts";
import { longestWindowDays, stepDays } from "#workers/features/metrics/definitions.ts";
import { defaultRetentionDays } from "#workers/platform/event-settings.ts";

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");

/** Columns of a SCHEMA block: name, type, and the path in a line. */
function columnsIn(text: string) {
  const block = /^SCHEMA >\n((?: {4}.+\n)+)/m.exec(text)?.[1] ?? "";
  return block
    .trim()
    .split(/,\n/)
    .map((line) => {
      const [, name, type, path] = /^\s*`(\w+)` (\S+) `json:\$\.(\w+)`$/.exec(line) ?? [];
      if (!name || !type || !path) throw new Error(`not a column: ${line}`);
      return { name, type, path };
    });
}

const setting = (text: string, name: string) =>
  new RegExp(`^${name} "(.+)"$`, "m").exec(text)?.[1] ?? null;

/** The nodes of a pipe with their SQL; an indented block ends where the indent does. */
function nodesIn(text: string) {
  return text
    .split(/^NODE /m)
    .slice(1)
    .map((part) => ({
      name: /^(\w+)\n/.exec(part)?.[1] ?? "",
      sql: /^SQL >\n((?: {4}.*\n|\n)+)/m.exec(part)?.[1] ?? "",
      endpoint: /^TYPE endpoint$/m.test(part),
    }));
}

const uuid = "01890a5d-ac96-774b-bcce-b302099a8057";
const full: StoredEvent = {
  id: uuid,
  day: "2026-01-31",
  name: "invite.fvm",
  schemaVersion: 1,
  occurredAt: 1_769_860_800_000,
  receivedAt: 1_769_860_800_001,
  skewMs: -12,
  visitorId: uuid,
  userId: uuid,
  sessionId: uuid,
  loop: "buddy_challenge",
  linkId: uuid,
  inviterVisitorId: uuid,
  props: { inviterId: "user_x" },
};
const empty: StoredEvent = {
  ...full,
  ...{ skewMs: null, userId: null, sessionId: null, loop: null, linkId: null },
  inviterVisitorId: null,
  props: {},
};

const shapes: Record<string, RegExp> = {
  UUID: /^"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"$/,
  Date: /^"\d{4}-\d\d-\d\d"$/,
  "DateTime64(3)": /^"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}"$/,
  String: /^"/,
  "LowCardinality(String)": /^"/,
  UInt8: /^\d{1,3}$/,
  Int64: /^-?\d+$/,
};

describe("events.datasource", () => {
  const text = read("./datasources/events.datasource");
  const columns = columnsIn(text);

  it("has exactly the columns that are sent, by their names, in their types", () => {
    for (const event of [full, empty]) {
      const line = JSON.parse(lineOf(event)) as Record<string, unknown>;
      expect(columns.map(({ name }) => name)).toEqual(Object.keys(line));
      for (const { name, type, path } of columns) {
        expect(path).toBe(name);
        const nullable = /^Nullable\((.+)\)$/.exec(type)?.[1];
        if (nullable && line[name] === null) continue;
        const shape = shapes[nullable ?? type];
        expect(shape, `${name} ${type}`).toBeDefined();
        expect(JSON.stringify(line[name]), name).toMatch(shape ?? /^$/);
      }
    }
  });

  it("keeps one row of an event however often it came, and no longer than Postgres does", () => {
    expect(setting(text, "ENGINE")).toBe("ReplacingMergeTree");
    // All of the key follows from the event's id, else two copies would be two rows.
    expect(setting(text, "ENGINE_SORTING_KEY")).toBe("name, day, event_id");
    expect(setting(text, "ENGINE_PARTITION_KEY")).toBe("toYYYYMM(day)");
    expect(columns.map(({ name }) => name)).toContain(setting(text, "ENGINE_VER"));
    expect(setting(text, "ENGINE_TTL")).toBe(`day + toIntervalDay(${defaultRetentionDays})`);
  });
});

describe.each(readdirSync(fileURLToPath(new URL("./pipes", import.meta.url))))("%s", (file) => {
  const text = read(`./pipes/${file}`);
  const nodes = nodesIn(text);
  const sql = nodes.map((node) => node.sql).join("\n");

  it("ends in one endpoint, and reads events and its own nodes above, each event once", () => {
    expect(nodes.map(({ endpoint }) => endpoint)).toEqual(
      nodes.map((_, at) => at === nodes.length - 1),
    );
    const known = new Set<string>();
    for (const node of nodes) {
      for (const [, table, after] of node.sql.matchAll(/\b(?:FROM|JOIN) (\w+)( FINAL)?/g)) {
        if (table === "events") expect(after, node.name).toBe(" FINAL");
        else expect([...known], `${table} in ${node.name}`).toContain(table);
      }
      expect(node.sql.includes("{{") || node.sql.includes("{%")).toBe(/^\s*%\n/.test(node.sql));
      expect(node.sql.split("(")).toHaveLength(node.sql.split(")").length);
      known.add(node.name);
    }
  });

  it("names events of the catalogue and columns of the data source only", () => {
    const names = [...sql.matchAll(/'([a-z]+\.[a-zA-Z]+)'/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(Object.keys(eventSchemas)).toContain(name);
    const columns = columnsIn(read("./datasources/events.datasource")).map(({ name }) => name);
    const lists = [...sql.matchAll(/SELECT((?:(?!SELECT)[\s\S])*?)FROM events FINAL/g)];
    expect(lists.length).toBeGreaterThan(1);
    for (const [, list = ""] of lists) {
      const words = list.replace(/ AS \w+/g, "").replace(/'[^']*'/g, "");
      for (const [word] of words.matchAll(/\b[a-z][a-z_]+\b(?!\()/g)) {
        expect(columns).toContain(word);
      }
    }
  });

  it("never takes an average of ratios", () => {
    expect(sql).not.toMatch(/\bavg\w*\(/i);
  });
});

describe("the pipes mean what the metrics mean", () => {
  it("in the funnel's steps and windows", () => {
    const sql = read("./pipes/funnel.pipe");
    expect(sql).toContain(`addDays(p.t0, ${longestWindowDays})`);
    expect(sql).toContain(`addDays(sent_at, ${stepDays.opened})`);
    expect(sql).toContain(`addDays(o.opened_at, ${stepDays.engaged})`);
    expect(sql).toContain(`addDays(g.engaged_at, ${stepDays.fvm})`);
    expect(sql).toContain(`addDays(v.valued_at, ${stepDays.joined})`);
  });

  it("in K, whose parts multiply to it", () => {
    const pipe = read("./pipes/k_factor.pipe");
    const sql = nodesIn(pipe).at(-1)?.sql ?? "";
    expect(pipe).toContain(`subtractDays(b.credited_at.1, ${lookBackDays})`);
    expect(sql).toContain("invites_sent / persons) AS i");
    expect(sql).toContain("invitees_credited / invites_sent) AS c");
    expect(sql).toContain("invitees_credited / persons) AS k");
  });
});
