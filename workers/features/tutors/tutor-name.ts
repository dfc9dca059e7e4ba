/** A tutor's public name, such as `Patient Lantern 42`: of closed lists, so it can say nothing else. */

const adjectives = words(`
  Able Attentive Bright Calm Careful Caring Cheerful Clear Constant Curious Eager Earnest Easy Fair
  Faithful Friendly Gentle Glad Good Guiding Happy Helpful Honest Hopeful Keen Kind Lively Loyal
  Merry Patient Plain Prompt Quiet Ready Serene Sincere Steady Sunny Thoughtful Trusty Warm Watchful`);

const things = words(`
  Abacus Acorn Anchor Arch Atlas Beacon Birch Bridge Brook Candle Cedar Chalk Chart Comet Compass
  Fern Garden Globe Harbor Haven Island Lantern Ledger Lighthouse Map Meadow Mill Oak Orchard Path
  Pebble Pencil Pine Prism River Rudder Sail Slate Spring Star Telescope Trail Valley Willow`);

/** How many random bytes a name is made of. */
export const nameBytes = 6;

/** The address for these `nameBytes` random bytes; the same bytes give the same one. */
export function tutorSlugFrom(bytes: Uint8Array): string {
  if (bytes.length < nameBytes) throw new RangeError(`a name needs ${nameBytes} bytes`);
  const pick = (at: number, from: number) => ((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)) % from;
  const adjective = adjectives[pick(0, adjectives.length)] ?? "";
  const thing = things[pick(2, things.length)] ?? "";
  return `${adjective}-${thing}-${10 + pick(4, 90)}`.toLowerCase();
}

/** The name that people read. Null for an address whose words are in no list. */
export function tutorNameOf(slug: string): string | null {
  const [first = "", second = "", number = "", ...more] = slug.split("-");
  const adjective = adjectives.find((word) => word.toLowerCase() === first);
  const thing = things.find((word) => word.toLowerCase() === second);
  const known = adjective && thing && /^[1-9]\d$/.test(number) && more.length === 0;
  return known ? `${adjective} ${thing} ${number}` : null;
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
