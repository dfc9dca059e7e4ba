/** The sign of a feed that is pulled down and asked for again. */
import { PullToRefresh, RefreshSign } from "./pull-to-refresh.tsx";

export default { title: "Waiting/Pull to refresh" };

export const Pulled = () => <RefreshSign words="Looking for news" busy={false} shown={40} />;

export const Busy = () => <RefreshSign words="Looking for news" busy shown={0} />;

/** Pull it down on a touch device. */
export const Watching = () => (
  <PullToRefresh words="Looking for news" busy={false} refresh={() => {}}>
    <p>The feed.</p>
  </PullToRefresh>
);
