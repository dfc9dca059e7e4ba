/** Why points are held until an admin has looked at them, and what the admin may decide. */

export const holdReasons = ["too_fast", "event_cap", "minute_cap", "day_cap"] as const;
export type HoldReason = (typeof holdReasons)[number];

export const verdicts = ["released", "rejected"] as const;
export type Verdict = (typeof verdicts)[number];
