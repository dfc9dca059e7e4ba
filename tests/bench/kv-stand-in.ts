/** Stands in for KV under bare workerd: values in the isolate's memory, with metadata and expiry. */

interface Entry {
  value: ArrayBuffer;
  /** JSON text, as the binding sends it. */
  metadata: string | null;
  /** Milliseconds since 1970, or null for ever. */
  expiresAt: number | null;
}

const entries = new Map<string, Entry>();
const metadataHeader = "CF-KV-Metadata";

function live(key: string): Entry | null {
  const entry = entries.get(key);
  if (!entry) return null;
  if (entry.expiresAt === null || entry.expiresAt > Date.now()) return entry;
  entries.delete(key);
  return null;
}

function read(key: string): Response {
  const entry = live(key);
  if (!entry) return new Response("Not Found", { status: 404 });
  const headers = entry.metadata === null ? {} : { [metadataHeader]: entry.metadata };
  return new Response(entry.value, { headers });
}

async function write(key: string, request: Request, query: URLSearchParams): Promise<Response> {
  const ttl = query.get("expiration_ttl");
  const expiresAt = ttl === null ? null : Date.now() + Number(ttl) * 1000;
  const metadata = request.headers.get(metadataHeader);
  entries.set(key, { value: await request.arrayBuffer(), metadata, expiresAt });
  return new Response();
}

/** One page in the order of keys; the cursor is the last key of the page before. */
function list(query: URLSearchParams): Response {
  const prefix = query.get("prefix") ?? "";
  const after = query.get("cursor");
  const limit = Number(query.get("key_count_limit") ?? 1000);
  const names = [...entries.keys()]
    .filter((name) => name.startsWith(prefix) && (!after || name > after) && live(name))
    .sort();
  const keys = names.slice(0, limit).map((name) => {
    const metadata = entries.get(name)?.metadata;
    return metadata ? { name, metadata } : { name };
  });
  const complete = names.length <= limit;
  const cursor = complete ? undefined : keys.at(-1)?.name;
  return Response.json({ keys, list_complete: complete, cursor, cacheStatus: null });
}

export default {
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    const key = decodeURIComponent(pathname.slice(1));
    if (request.method === "GET") return key === "" ? list(searchParams) : read(key);
    if (request.method === "PUT") return write(key, request, searchParams);
    if (request.method !== "DELETE") return new Response(null, { status: 405 });
    entries.delete(key);
    return new Response();
  },
} satisfies ExportedHandler;
