/** Tells crawlers and unfurlers from people by the user agent. */
import { isbot } from "isbot";

/** Agents repeat: the answer is remembered, so that a page costs no long pattern. */
const known = new Map<string, boolean>();
const maxKnown = 1_000;
const maxAgentLength = 512;
/** Mail scanners that isbot does not know. Those that pose as browsers are told by what they do. */
const mailScanner = /barracuda|proofpoint|mimecast|forcepoint|trendmicro/i;

/** True for crawlers, unfurlers and whoever does not say what it is. */
export function isCrawler(agent: string): boolean {
  if (agent.trim() === "") return true;
  const text = agent.slice(0, maxAgentLength);
  const remembered = known.get(text);
  if (remembered !== undefined) return remembered;
  const crawler = isbot(text) || mailScanner.test(text);
  if (known.size >= maxKnown) known.clear();
  known.set(text, crawler);
  return crawler;
}
