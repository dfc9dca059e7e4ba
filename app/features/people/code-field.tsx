/** The field for a code of an authenticator app, which takes a recovery code too. */
import { Field } from "#app/ui/field.tsx";

export function CodeField({ label, problem }: { label: string; problem: string | undefined }) {
  return (
    <Field
      id="code"
      label={label}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={32}
      required
      className="font-display font-extrabold text-xl tracking-[0.2em]"
      problem={problem}
    />
  );
}
