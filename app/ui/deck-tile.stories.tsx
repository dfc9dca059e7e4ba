/** Decks of all subjects, new and played. */
import { subjects } from "#shared/vocabulary.ts";
import { DeckTile } from "./deck-tile.tsx";

export default { title: "Practice/Deck tile" };

const deck = { title: "Cells", summary: "What is in every one of them.", total: 5 };

export const Subjects = () => (
  <ul className="grid grid-cols-2 gap-4 sm:grid-cols-4">
    {subjects.map((subject) => (
      <li key={subject} className="grid">
        <DeckTile deck={{ ...deck, id: subject, subject }} />
      </li>
    ))}
  </ul>
);

export const Played = () => (
  <div className="grid w-56">
    <DeckTile deck={{ ...deck, id: "bio", subject: "biology" }} note="Your best: 4 of 5" />
  </div>
);
