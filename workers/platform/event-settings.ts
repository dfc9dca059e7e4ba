/** The settings about events: how long they are kept, and the second sink. One sentence for each fault. */
import { leastRetentionDays } from "#shared/event-days.ts";

export const defaultRetentionDays = 400;

/** Each begins with the setting's name and says what it must be; no value is repeated. */
export function eventSettingFaults(source: {
  EVENT_RETENTION_DAYS?: string | undefined;
  TINYBIRD_TOKEN?: string | undefined;
  TINYBIRD_URL?: string | undefined;
}): { name: string; must: string }[] {
  const { EVENT_RETENTION_DAYS: days, TINYBIRD_TOKEN: token, TINYBIRD_URL: url } = source;
  const faults: { name: string; must: string }[] = [];
  if (days !== undefined && !(/^\d{1,5}$/.test(days) && Number(days) >= leastRetentionDays)) {
    const must = `must be a whole number of days, ${leastRetentionDays} at least, because so far back intakes that may still change need their events`;
    faults.push({ name: "EVENT_RETENTION_DAYS", must });
  }
  if (token !== undefined && !/^[\x21-\x7e]{1,2000}$/.test(token)) {
    faults.push({ name: "TINYBIRD_TOKEN", must: "must be a token without spaces" });
  }
  if (url !== undefined && !isSafeOrigin(url)) {
    const must = "must be an https origin, such as https://api.tinybird.co (http only on loopback)";
    faults.push({ name: "TINYBIRD_URL", must });
  }
  if (token !== undefined && url === undefined) {
    faults.push({ name: "TINYBIRD_URL", must: "must be set where TINYBIRD_TOKEN is" });
  }
  return faults;
}

const loopback = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

/** The token travels in a header: never in the clear, but to this very machine. */
function isSafeOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, origin } = new URL(text);
  if (text.replace(/\/$/, "") !== origin) return false;
  return protocol === "https:" || (protocol === "http:" && loopback.test(hostname));
}
