/** Moments, near and far. */
import { Time } from "./time.tsx";

export default { title: "Page/Time" };

const now = Date.UTC(2026, 5, 1, 12);

export const Moments = () => (
  <ul>
    {[0, 3, 90, 60 * 26, 60 * 24 * 40].map((minutes) => (
      <li key={minutes}>
        <Time at={now - minutes * 60_000} now={now} />
      </li>
    ))}
  </ul>
);
