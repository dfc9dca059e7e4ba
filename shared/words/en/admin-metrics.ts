/** The operator's page of K and of the metrics beside it. In English only. */
import type { Dictionary } from "../message.ts";

export const adminMetrics = {
  title: "K, the viral coefficient",
  as_of: "As of {when}",
  as_of_counting: "As of {when}, the last minute still to be counted",
  empty_title: "Nobody is in the intake yet",
  empty_text:
    "A person counts from the first completed deck on. K appears as soon as there is one.",

  filter_window: "Window",
  filter_loop: "Loop",
  filter_persona: "Who",
  filter_subject: "Subject",
  filter_variant: "Variant",
  filter_from: "Intakes from",
  filter_to: "to",
  days: { one: "{count} day", other: "{count} days" },
  persona_student: "Students",
  persona_parent: "Parents",
  persona_tutor: "Tutors",
  persona_guest: "Guests",

  k_of_all: "K of all loops",
  k_of_loop: "K of the {loop} loop",
  interval: "95 % interval {low} to {high}",
  no_interval: "No interval yet: too few people",
  share_mature: {
    one: "<b>{share} %</b> of the intake is mature: {count} person had their {days} days.",
    other: "<b>{share} %</b> of the intake is mature: {count} people had their {days} days.",
  },
  limit: "This is a statement about {days} days, not about for ever.",
  amplification:
    "Each person brings {k} people in all, themselves included. This is a statement about {days} days, not about for ever.",
  growing:
    "At 1 or more each group is larger than the one before. This is a statement about {days} days, not about for ever.",
  invites_per_person: "i, invites per person",
  fvm_per_invite: "c, FVM per invite",
  k_by_join: "K by join",
  median_cycle: "Median cycle, days",
  p90_cycle: "p90 cycle, days",
  people: "People",
  invites: "Invites",
  credited: "Credited FVM",
  k: "K",

  provisional: "Provisional",
  provisional_text: "These people have not had their {days} days yet. They are never mixed into K.",
  k_so_far: "K so far",
  left_out: "Left out of both",
  reason_self_invite: "Self-invites",
  reason_blocked: "Invitees with a blocked account",
  reason_bot: "Invitees that were bots",
  reason_credited_elsewhere: "Credited to another inviter first",
  reason_household: "Of the same household",
  reason_bot_person: "Bots among the people",
  reason_blocked_person: "Blocked accounts among the people",

  how: "How is this computed?",
  how_intake:
    "<b>Intake:</b> the people who completed their first deck; that moment is a person's start. Mature are intakes whose whole day lies at least {days} days back; who invited nobody counts too.",
  how_credited:
    "<b>Credited FVM:</b> new people who reached their first value moment through a mature person's smart link, within {days} days of that person's start. Each new person is credited to one inviter at most.",
  how_k: "K = credited / people = {credited} / {people} = {k}",
  how_ic: "i · c = ({invites} / {people}) · ({credited} / {invites}) = K, exactly",
  how_interval:
    "<b>Interval:</b> the middle 95 % of a bootstrap that draws inviters, not single invites, because what one inviter does hangs together.",
  how_left_out:
    "<b>Left out:</b> bots (all their decks were too fast for a human), self-invites, people of the inviter's own household or of one already counted, and blocked accounts. How many stands beside K.",

  csv: "CSV<hidden> of {title}</hidden>",
  span_hours: "{n} h",
  span_days: "{n} days",
  within_days: "{days} d",

  loops: "Loop by loop",
  loops_caption: "K by loop, window {days} days, mature people only",
  loop: "Loop",

  intakes: "Intake by intake",
  intakes_meaning:
    "An intake is everybody who completed a first deck on one day (UTC). It is mature when the whole day lies {days} days back. Provisional intakes are hatched and are no part of K.",
  intakes_caption: "K by intake, window {days} days",
  intake: "Intake",
  day_provisional: "{day} <below>(provisional)</below>",
  chart: "K of the last {count} intakes; the table below has the numbers",
  chart_mature: "Mature",
  chart_provisional: "Provisional, still growing",

  funnel: "Funnel of the invitees",
  funnel_meaning:
    "For the invites of these intakes: each invitee's first open of a link, then what followed it, in this order and each within its days. One invite can be opened by several people, so the first share may be above 100 %.",
  funnel_caption: "The invitees' way from sent to joined",
  step: "Step",
  step_sent: "sent",
  step_opened: "opened",
  step_engaged: "engaged",
  step_fvm: "first value",
  step_joined: "joined",
  how_many: "How many",
  of_step_before: "Of the step before",
  median_time: "Median time",
  within: "Within",

  retention: "Who came back",
  retention_meaning:
    "D1: did something from 24 to 48 hours after the first deck. D7: from 168 to 192 hours after it. A dash stands until everybody of the intake has had those hours.",
  retention_caption: "Retention by intake",
  d1: "D1",
  d7: "D7",

  cost: "Cost per rewarded first value",
  cost_meaning:
    "What rewards cost, less those taken back, divided by the rewards that stand; both within the window after the start of the person rewarded. Sums, not means of days.",
  cost_caption: "Cost of rewards by intake",
  rewarded: "Rewarded FVM",
  cost_sum: "Cost",
  cost_each: "Cost each",

  engagement: "Active people",
  engagement_meaning:
    "By calendar day (UTC), for the people chosen above; loop, subject and variant change nothing here. A person is active on a day when they do something: begin or finish a deck, send an invite, look at a result, share, react, look at the feed or a board, answer a nudge, or have our pages in view for a second. Each person counts once in a day, once in 7 days and once in 28 days, with all their browsers: these are never sums of days. Day / 28 days, or stickiness, is the people of the day divided by those of the 28 days up to it. Bots and blocked accounts are left out.",
  engagement_caption: "Active people by day",
  engagement_day: "On {day}, the last whole day",
  engagement_today: "{day}, so far",
  engagement_empty_title: "Nobody has been active yet",
  engagement_empty_text: "Days appear here once somebody does something, or with other filters.",
  active: "Active that day",
  active_7: "Active in 7 days",
  active_28: "Active in 28 days",
  stickiness: "Day / 28 days",
  stickiness_of: "Stickiness, day / 28 days",
  day_so_far: "{day} <below>(so far)</below>",
  active_chart: {
    one: "Active people of the last {count} day; the table below has the numbers",
    other: "Active people of the last {count} days; the table below has the numbers",
  },
  legend_day: "A day",
  legend_today: "Today, so far",
  legend_7: "The 7 days up to it",
  legend_28: "The 28 days up to it",

  use: "Sessions and what is used",
  use_meaning:
    "A session is the time our pages were in view of somebody signed in, within one day; less than 30 minutes out of view do not end it. Sessions each are divided by the people who had one; the median is of the time in view. Feed: looked at the feed's page or reacted to something. Boards: looked at a leaderboard. Both are shares of the people who were active that day and are signed in. Nudges: of the people whom a nudge or a push reached that day, those who took it that same day.",
  use_caption: "Sessions, feed, boards and nudges by day",
  sessions: "Sessions",
  sessions_each: "Sessions each",
  session_median: "Median session",
  feed_use: "Feed",
  reacted: "Reacted",
  board_use: "Boards",
  nudged: "Nudged",
  nudge_answered: "Took it",
  feed_share: "Used the feed",
  board_share: "Looked at a board",
  nudge_share: "Took a nudge",
  nothing_yet: "nothing yet",

  guardrails: "Guardrails",
  guardrails_meaning:
    "By calendar day (UTC), for everybody. Complaints and opt-outs are shares of the messages sent that day; too fast is the share of completed decks that no human could read so quickly; time to first value runs from the open of a smart link.",
  guardrails_caption: "Guardrails by day",
  day: "Day",
  messages: "Messages",
  complaints: "Complaints",
  opt_outs: "Opt-outs",
  too_fast: "Too fast",
  median_to_fvm: "Median to FVM",
  p90: "p90",
} as const satisfies Dictionary;
