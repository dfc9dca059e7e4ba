/** What is said about the network. */
import { OfflineNotice, OfflineSign } from "./offline-notice.tsx";

export default { title: "Messages/Offline notice" };

const words = {
  offline: "You are offline.",
  old: "What you see may be old.",
  back: "You are back online.",
};

export const Offline = () => <OfflineSign state="offline" words={words} />;

export const Back = () => <OfflineSign state="back" words={words} />;

/** Turn the network off in the browser's tools. */
export const Watching = () => <OfflineNotice words={words} />;
