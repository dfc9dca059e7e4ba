/** Runs a `/sql` request on the embedded database, one trip into PGlite for a whole batch. */
import { type DatabaseError, serialize } from "pg-protocol";
import { Parser } from "pg-protocol/dist/parser.js";
import type { EmbeddedEngine } from "#db/local/embedded-engine.ts";
import type { FairMutex } from "#db/local/fair-mutex.ts";
import {
  type ResultField,
  readCommandTag,
  type SqlRequest,
  type SqlResult,
  type Statement,
} from "#db/local/sql-protocol.ts";
import { FROM_CLIENT, guarded } from "#db/local/wire-messages.ts";

/** The results of the statements, in order; the first error undoes a batch and is thrown. */
export async function runEmbeddedSql(
  engine: EmbeddedEngine,
  mutex: FairMutex,
  request: SqlRequest,
): Promise<SqlResult[]> {
  const messages = pipelineOf(request);
  const release = await mutex.acquire();
  let reply: Buffer;
  try {
    const { bytes, status } = await engine.exec(messages);
    if (status !== "I") await engine.exec(serialize.query("ROLLBACK"));
    reply = bytes;
  } finally {
    release();
  }
  const results = readResults(reply);
  return request.begin === null ? results : results.slice(1, -1);
}

// An error makes Postgres skip everything up to the Sync, the COMMIT included.
function pipelineOf({ statements, begin }: SqlRequest): Buffer {
  const plain = (query: string): Statement => ({ query, params: [] });
  const all = begin === null ? statements : [plain(begin), ...statements, plain("COMMIT")];
  return Buffer.concat([...all.flatMap(messagesOf), serialize.sync()]);
}

function messagesOf({ query, params }: Statement): Buffer[] {
  return [
    serialize.parse({ text: query }),
    serialize.bind({ values: params }),
    serialize.describe({ type: "P" }),
    ...guarded({ code: FROM_CLIENT.execute, bytes: serialize.execute({}) }),
  ];
}

function readResults(reply: Buffer): SqlResult[] {
  const results: SqlResult[] = [];
  let fields: ResultField[] = [];
  let rows: (string | null)[][] = [];
  const finish = (tag: string) => {
    results.push({ ...readCommandTag(tag), fields, rows });
    fields = [];
    rows = [];
  };
  let failure: DatabaseError | undefined;
  new Parser().parse(reply, (message) => {
    if (message.name === "rowDescription") fields = (message as unknown as Columns).fields;
    else if (message.name === "dataRow") rows.push((message as unknown as Row).fields);
    else if (message.name === "commandComplete") finish((message as unknown as Tag).text);
    else if (message.name === "emptyQuery") finish("");
    else if (message.name === "error") failure ??= message as unknown as DatabaseError;
  });
  if (failure) throw failure;
  return results;
}

// pg-protocol types its messages by name and length alone.
interface Columns {
  fields: ResultField[];
}
interface Row {
  fields: (string | null)[];
}
interface Tag {
  text: string;
}
