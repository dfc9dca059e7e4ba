/** Reads a V8 CPU profile: where the time goes, by function. */

import type { BundlePlace } from "./source-places.ts";

/** The part of a `Profiler.Profile` of the inspector's protocol that is read. */
export interface CpuProfile {
  nodes: readonly ProfileNode[];
  /** Ids of nodes, one for each sample, and the microseconds before each. */
  samples: readonly number[];
  timeDeltas: readonly number[];
}

interface ProfileNode {
  id: number;
  callFrame: BundlePlace & { functionName: string };
  children?: readonly number[];
}

export interface ProfileLine {
  /** Name and place, such as `hmac hmac.ts:12`. */
  where: string;
  /** Shares of the busy time, 0 to 1: in the function itself, and in all it calls too. */
  self: number;
  total: number;
}

const idle = new Set(["(idle)", "(root)"]);

/** All functions, the one with most time of its own first; `placeOf` names where each stands. */
export function readProfile(
  profile: CpuProfile,
  placeOf: (place: BundlePlace) => string,
): ProfileLine[] {
  const selfUs = new Map<number, number>();
  for (const [i, id] of profile.samples.entries()) {
    selfUs.set(id, (selfUs.get(id) ?? 0) + (profile.timeDeltas[i] ?? 0));
  }
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const lines = new Map<string, { self: number; total: number }>();
  let busyUs = 0;
  /** Adds up the tree below a node; `above` keeps a recursive function from counting twice. */
  const visit = (node: ProfileNode, above: readonly string[]): number => {
    const where =
      `${node.callFrame.functionName || "(anonymous)"} ${placeOf(node.callFrame)}`.trim();
    const own = idle.has(node.callFrame.functionName) ? 0 : (selfUs.get(node.id) ?? 0);
    busyUs += own;
    let total = own;
    for (const child of (node.children ?? []).flatMap((id) => nodes.get(id) ?? [])) {
      total += visit(child, [...above, where]);
    }
    const line = lines.get(where) ?? { self: 0, total: 0 };
    line.self += own;
    if (!above.includes(where)) line.total += total;
    lines.set(where, line);
    return total;
  };
  const root = profile.nodes[0];
  if (root) visit(root, []);
  return [...lines]
    .map(([where, { self, total }]) => ({ where, self: self / busyUs, total: total / busyUs }))
    .sort((a, b) => b.self - a.self);
}
