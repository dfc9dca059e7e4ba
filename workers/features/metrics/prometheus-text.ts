/** Prometheus' text format: what a scrape of `/metrics` reads. */

export interface Gauge {
  /** Begins with `kfactor_` when written. */
  name: string;
  help: string;
  samples: { labels?: Readonly<Record<string, string>>; value: number | null }[];
}

/** Exposition format 0.0.4. A value that is not known is left out, as one does there. */
export function prometheusText(gauges: readonly Gauge[]): string {
  return gauges
    .flatMap(({ name, help, samples }) => [
      `# HELP kfactor_${name} ${help}`,
      `# TYPE kfactor_${name} gauge`,
      ...samples
        .filter(({ value }) => value !== null && Number.isFinite(value))
        .map(({ labels, value }) => `kfactor_${name}${labelText(labels ?? {})} ${value}`),
    ])
    .concat("")
    .join("\n");
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}="${escaped(value)}"`);
  return pairs.length > 0 ? `{${pairs.join(",")}}` : "";
}

const escaped = (value: string): string =>
  value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
