/** One of many, as the browser's own list. */

interface SelectFieldProps {
  id: string;
  label: string;
  options: readonly { value: string; label: string }[];
  chosen?: string;
}

export function SelectField({ id, label, options, chosen }: SelectFieldProps) {
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-bold">
        {label}
      </label>
      <select
        id={id}
        name={id}
        defaultValue={chosen}
        className="min-h-12 w-full rounded-control border-2 border-line-strong bg-card px-4 py-2.5 text-ink"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
