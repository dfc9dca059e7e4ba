/** Text fields and radio cards: plain, with a hint, with a problem, locked. */
import { ChoiceField, Field } from "./field.tsx";

export default { title: "Controls/Field" };

export const Plain = () => <Field id="plain" label="Your name, if you like" />;

export const WithHint = () => (
  <Field
    id="hint"
    label="E-mail address"
    hint="We write to it once."
    placeholder="you@home.example"
  />
);

export const WithProblem = () => (
  <Field id="problem" label="E-mail address" defaultValue="no-at" problem="An @ is missing." />
);

export const Locked = () => <Field id="locked" label="Alias" defaultValue="Quiet Otter" readOnly />;

const options = [
  { value: "visible", label: "Others may see that I am here" },
  { value: "invisible", label: "Invisible", hint: "You see who is here, and nobody sees you." },
];

export const Choices = () => (
  <ChoiceField name="choices" legend="When I am here" options={options} chosen="visible" />
);

export const NothingChosen = () => (
  <ChoiceField name="none" legend="When I am here" options={options} />
);
