/** An inbox as its room and its page know it. */
import type { EventId } from "#shared/ids.ts";
import type { NoticeProps, NoticeType } from "#shared/notices.ts";

export interface InboxItem {
  id: EventId;
  type: NoticeType;
  props: NoticeProps;
  /** Milliseconds since 1970. */
  at: number;
  read: boolean;
}

export interface Inbox {
  unread: number;
  /** Newest first. */
  items: InboxItem[];
}

/** So many notices come with the count, for a browser to see what is new. */
export const newestShown = 5;

/** What a person's room offers by RPC; it is named by the person's id. */
export interface UserInboxApi {
  /** Something in the inbox is other than before: it is read again if somebody looks. */
  changed(): Promise<void>;
}
