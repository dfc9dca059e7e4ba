/** Reads a heap snapshot as V8 writes it: what lives, without what waits to be collected. */

interface Snapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } };
  nodes: number[];
}

/** Of the runtime, in memory of its own: what it tells V8 so that a snapshot shows it. */
const notOfV8 = new Set(["native", "synthetic"]);

/** Bytes of all living objects in V8's own heap: objects, strings, numbers, tables, code. */
export function liveHeapBytes(text: string): number {
  const { snapshot, nodes } = JSON.parse(text) as Snapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [typeAt, sizeAt] = [fields.indexOf("type"), fields.indexOf("self_size")];
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    const type = types[0][nodes[node + typeAt] ?? -1] ?? "";
    if (!notOfV8.has(type)) bytes += nodes[node + sizeAt] ?? 0;
  }
  return bytes;
}
