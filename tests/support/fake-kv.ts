/** A stand-in for the platform's KV namespace, in memory: what the features use of it. */

interface Entry {
  value: string;
  metadata: unknown;
  /** Milliseconds since 1970, or null for ever. */
  expiresAt: number | null;
}

/** Keeps values until `now()` passes their expiry; lists keys in order, as KV does. */
export function createFakeKv(now: () => number): KVNamespace {
  const entries = new Map<string, Entry>();
  const live = (key: string): Entry | null => {
    const entry = entries.get(key);
    return entry && (entry.expiresAt === null || entry.expiresAt > now()) ? entry : null;
  };
  const read = (key: string, type: unknown) => {
    const entry = live(key);
    const kind = typeof type === "object" ? (type as { type?: string } | null)?.type : type;
    return { entry, value: entry && kind === "json" ? JSON.parse(entry.value) : entry?.value };
  };
  const namespace = {
    get: async (key: string, type?: unknown) => read(key, type).value ?? null,
    async getWithMetadata(key: string, type?: unknown) {
      const { entry, value } = read(key, type);
      return { value: value ?? null, metadata: entry?.metadata ?? null, cacheStatus: null };
    },
    async put(key: string, value: string, options?: KVNamespacePutOptions) {
      const ttl = options?.expirationTtl;
      if (ttl !== undefined && ttl < 60) throw new Error("KV refuses a TTL below 60 s");
      const expiresAt = ttl !== undefined ? now() + ttl * 1000 : null;
      entries.set(key, { value, metadata: options?.metadata ?? null, expiresAt });
    },
    async delete(key: string) {
      entries.delete(key);
    },
    async list(options?: KVNamespaceListOptions) {
      const limit = options?.limit ?? 1000;
      const names = [...entries.keys()]
        .filter((name) => name.startsWith(options?.prefix ?? "") && live(name))
        .filter((name) => !options?.cursor || name > options.cursor)
        .sort();
      const keys = names
        .slice(0, limit)
        .map((name) => ({ name, metadata: entries.get(name)?.metadata ?? undefined }));
      const complete = names.length <= limit;
      return { keys, list_complete: complete, cursor: complete ? undefined : keys.at(-1)?.name };
    },
  };
  return namespace as unknown as KVNamespace;
}
