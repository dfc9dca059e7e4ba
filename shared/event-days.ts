/** How far apart events that count together can lie, in days: the metrics count by it, retention keeps by it. */

/** Events later than this after the intake's day change nothing in it: 28 + 7 + 1 + 7 + 14, and 3. */
export const horizonDays = 60;

/** How old an exposure or an earlier credit may be when it counts beside a first deck or a credit. */
export const lookBackDays = 90;

/** Ids may be 35 days older than what happened, and events may come 35 days late; and the queue's. */
export const idSkewDays = 40;

/** So many days after a partition's last day an intake may still need its events. */
export const neededDays = lookBackDays + idSkewDays;

/** So many days after it an intake is as it will stay: all that counts in it has happened, and come. */
export const settledDays = horizonDays + idSkewDays + 1;

/** Fewer days than this events cannot be kept: an intake that may still change would need them. */
export const leastRetentionDays = neededDays + settledDays;
