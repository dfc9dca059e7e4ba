/** Which event is news to whom. */
import { type DomainEvent, isEvent } from "#shared/events.ts";
import type { UserId } from "#shared/ids.ts";
import type { NoticeProps, NoticeType } from "#shared/notices.ts";

export interface Notice {
  userId: UserId;
  type: NoticeType;
  props: NoticeProps;
}

/** Nobody is named: who looks at the page behind a notice sees there what they may see. */
export function noticesOf(event: DomainEvent): Notice[] {
  if (isEvent(event, "invite.joined")) {
    return [{ userId: event.props.inviterId, type: "invite_joined", props: {} }];
  }
  if (isEvent(event, "challenge.decided")) {
    const { inviterId, deckId, inviterScore: yours, inviteeScore: theirs, total } = event.props;
    return [
      { userId: inviterId, type: "challenge_decided", props: { deckId, yours, theirs, total } },
    ];
  }
  if (isEvent(event, "friends.made")) {
    return toEach([event.userId, event.props.friendId], "friends_made");
  }
  if (isEvent(event, "points.reviewed")) {
    const { subject, points, verdict } = event.props;
    return toEach([event.userId], "points_checked", {
      subject,
      points,
      counted: verdict === "released",
    });
  }
  if (isEvent(event, "person.admitted")) return toEach([event.userId], "guardian_agreed");
  return isEvent(event, "sharing.withdrawn") ? toEach([event.userId], "sharing_stopped") : [];
}

function toEach(
  people: readonly (UserId | null)[],
  type: NoticeType,
  props: NoticeProps = {},
): Notice[] {
  return people.flatMap((userId) => (userId === null ? [] : { userId, type, props }));
}
