/** What Prometheus reads: names, escaped labels, and no line for what is not known. */
import { expect, it } from "vitest";
import { prometheusText } from "./prometheus-text.ts";

it("writes a gauge with its help, its type and a line for each value", () => {
  const text = prometheusText([
    {
      name: "k",
      help: "K.",
      samples: [
        { labels: { loop: "buddy_challenge" }, value: 0.5 },
        { labels: { loop: 'a"b\\c\nd' }, value: 2 },
      ],
    },
    { name: "waiting", help: "Waiting.", samples: [{ value: 0 }] },
  ]);
  expect(text).toBe(
    [
      "# HELP kfactor_k K.",
      "# TYPE kfactor_k gauge",
      'kfactor_k{loop="buddy_challenge"} 0.5',
      'kfactor_k{loop="a\\"b\\\\c\\nd"} 2',
      "# HELP kfactor_waiting Waiting.",
      "# TYPE kfactor_waiting gauge",
      "kfactor_waiting 0",
      "",
    ].join("\n"),
  );
});

it("says nothing where there is no value", () => {
  const samples = [{ value: null }, { value: Number.NaN }];
  expect(prometheusText([{ name: "k", help: "K.", samples }])).not.toMatch(/^kfactor_k/m);
});
