/** The network that a request came from, coarse enough to be nobody in particular. */

/** `203.0.113.9` becomes `203.0.113.0/24`; an IPv6 address its /64; anything else `unknown`. */
export function networkOf(address: string): string {
  const v4 = ipv4Of(address);
  if (v4) return `${v4.slice(0, 3).join(".")}.0/24`;
  return ipv6NetworkOf(address) ?? "unknown";
}

/** Whom misses and mails are counted for: an IPv4 address itself, but a whole /64, which one person has. */
export function callerOf(address: string): string {
  const v4 = ipv4Of(address);
  return v4 ? v4.join(".") : (ipv6NetworkOf(address) ?? "unknown");
}

/** Four numbers, also of an IPv4 address in IPv6's clothes (`::ffff:203.0.113.9`). */
function ipv4Of(address: string): number[] | null {
  const found = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/i.exec(address);
  const numbers = found?.slice(1).map(Number);
  return numbers?.every((number) => number < 256) ? numbers : null;
}

function ipv6NetworkOf(address: string): string | null {
  if (!/^[0-9a-f:]{2,39}$/i.test(address) || !address.includes(":")) return null;
  const halves = address.toLowerCase().split("::");
  const [head = [], tail = []] = halves.map((half) => half.split(":").filter(Boolean));
  const zeros = 8 - head.length - tail.length;
  if (halves.length > 2 || zeros < 0 || (halves.length === 1 && zeros > 0)) return null;
  const groups = [...head, ...Array<string>(zeros).fill("0"), ...tail];
  if (groups.some((group) => group.length > 4)) return null;
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}
