/** A score from nothing to all. */
import { ScoreRing } from "./score-ring.tsx";

export default { title: "Practice/Score ring" };

export const Scores = () => (
  <div className="flex flex-wrap gap-4">
    {[0, 3, 5].map((score) => (
      <ScoreRing key={score} score={score} total={5} />
    ))}
  </div>
);
