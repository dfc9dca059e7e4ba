/** A share of people, in percent, to the hundredth. */
import type { ComponentProps } from "react";
import { Field } from "#app/ui/field.tsx";

/** From 0 to `max`, which is 100 where nothing else is said. */
export function PercentField({ max = 100, ...rest }: ComponentProps<typeof Field>) {
  return <Field type="number" min={0} max={max} step={0.01} {...rest} />;
}
