/** One drawing for each subject, on its stone. */
import { subjects } from "#shared/vocabulary.ts";
import { SubjectGlyph, SubjectStone } from "./subject-glyph.tsx";

export default { title: "Pictures/Subject" };

export const Stones = () => (
  <div className="flex flex-wrap gap-3">
    {subjects.map((subject) => (
      <SubjectStone key={subject} subject={subject} />
    ))}
  </div>
);

export const Glyphs = () => (
  <div className="flex flex-wrap gap-3">
    {subjects.map((subject) => (
      <SubjectGlyph key={subject} subject={subject} className="size-16" />
    ))}
  </div>
);
