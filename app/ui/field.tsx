/** Form fields: label, hint and message tied together for eyes and for screen readers. */
import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

interface FieldProps extends ComponentProps<"input"> {
  id: string;
  label: string;
  hint?: ReactNode;
  /** What is not right yet; announced when it appears. */
  problem?: string | undefined;
}

const control =
  "min-h-12 w-full rounded-control border-2 border-line-strong bg-card px-4 py-2.5 text-ink placeholder:text-soft aria-invalid:border-clay";

export function Field({ id, label, hint, problem, className, ...rest }: FieldProps) {
  const describedBy = clsx(hint && `${id}-hint`, problem && `${id}-problem`);
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-bold">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="mb-2 text-[0.9375rem] text-soft">
          {hint}
        </p>
      ) : null}
      <input
        id={id}
        name={id}
        className={clsx(control, className)}
        aria-describedby={describedBy || undefined}
        aria-invalid={problem ? true : undefined}
        {...rest}
      />
      {problem ? (
        <p id={`${id}-problem`} role="alert" className="mt-2 font-bold text-clay">
          {problem}
        </p>
      ) : null}
    </div>
  );
}

interface ChoiceFieldProps {
  name: string;
  legend: string;
  options: readonly { value: string; label: string; hint?: string; art?: ReactNode }[];
  chosen?: string;
}

/** One of a few, as large radio cards. */
export function ChoiceField({ name, legend, options, chosen }: ChoiceFieldProps) {
  return (
    <fieldset>
      <legend className="mb-2 font-bold">{legend}</legend>
      <div className="grid gap-3">
        {options.map((option) => (
          <label
            key={option.value}
            htmlFor={`${name}-${option.value}`}
            className="flex min-h-14 items-center gap-4 rounded-control border-2 border-line bg-card px-4 py-3 hover:border-line-strong has-checked:border-river has-checked:bg-river-soft has-focus-visible:outline-3 has-focus-visible:outline-offset-3 has-focus-visible:outline-(--focus)"
          >
            <input
              type="radio"
              id={`${name}-${option.value}`}
              name={name}
              value={option.value}
              defaultChecked={option.value === chosen}
              required
              className="size-5 shrink-0 accent-river outline-none"
            />
            <span className="grow">
              <span className="block font-bold">{option.label}</span>
              {option.hint ? (
                <span className="block text-[0.9375rem] text-soft">{option.hint}</span>
              ) : null}
            </span>
            {option.art}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
