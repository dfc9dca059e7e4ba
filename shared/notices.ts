/** What a person's inbox tells of: news for one person alone, by ids and numbers, never by names. */

export const noticeTypes = [
  /** Somebody came by one of the person's links, and joined. */
  "invite_joined",
  /** Somebody answered the person's challenge. */
  "challenge_decided",
  "friends_made",
  /** The guardian agreed to the account. */
  "guardian_agreed",
  /** The guardian took back the yes to sharing outside. */
  "sharing_stopped",
  /** An admin looked at points that were held. */
  "points_checked",
] as const;
export type NoticeType = (typeof noticeTypes)[number];

export type NoticeProps = Readonly<Record<string, string | number | boolean>>;
