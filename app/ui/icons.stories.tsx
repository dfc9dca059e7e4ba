/** The icons of every page. */
import * as icons from "./icons.tsx";

export default { title: "Pictures/Icons" };

export const All = () => (
  <ul className="flex flex-wrap gap-4">
    {Object.entries(icons).map(([name, Icon]) => (
      <li key={name} className="grid w-28 justify-items-center gap-2 text-sm">
        <Icon className="size-8" />
        {name}
      </li>
    ))}
  </ul>
);
