/** Ways in one row that may be wider than the page. */
import { ScrollRow } from "./scroll-row.tsx";

export default { title: "Page/Scroll row" };

const names = ["Algebra", "Geometry", "Biology", "Chemistry", "Physics", "Reading", "Vocabulary"];

export const TooWide = () => (
  <ScrollRow label="Subjects" current="Physics" className="w-80 overflow-x-auto">
    <ul className="flex w-max gap-2 p-2">
      {names.map((name) => (
        <li key={name}>
          <a href={`#${name}`} {...(name === "Physics" ? { "aria-current": "page" } : {})}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  </ScrollRow>
);
