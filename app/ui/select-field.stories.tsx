/** One of many. */
import { SelectField } from "./select-field.tsx";

export default { title: "Controls/Select field" };

const options = [
  { value: "algebra", label: "Algebra" },
  { value: "biology", label: "Biology" },
];

export const Plain = () => <SelectField id="subject" label="Subject" options={options} />;

export const Chosen = () => (
  <SelectField id="chosen" label="Subject" options={options} chosen="biology" />
);
