/** Whether what one sees moves by itself. */
import { LiveSign } from "./live-sign.tsx";

export default { title: "Waiting/Live sign" };

export const Live = () => <LiveSign live="live" />;

export const Connecting = () => <LiveSign live="connecting" />;
