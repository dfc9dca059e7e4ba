/** One row of the security page, and the button that ends what it shows. */
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";

interface RowProps {
  title: string;
  mark?: string;
  children: ReactNode;
  action?: ReactNode;
}

/** One thing with its facts below and a button at its end. */
export function SecurityRow({ title, mark, children, action }: RowProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0">
        <p className="break-words font-bold">
          {title}
          {mark ? (
            <span className="ml-2 inline-block rounded-full bg-leaf-soft px-2.5 py-0.5 text-leaf text-sm">
              {mark}
            </span>
          ) : null}
        </p>
        <p className="text-[0.9375rem] text-soft">{children}</p>
      </div>
      {action}
    </li>
  );
}

interface DeedProps {
  /** The deed that the route's action knows. */
  act: string;
  name: string;
  value: string;
  label: string;
  /** Says to which thing the button belongs. */
  of: string;
}

/** A form of one button: works without a script. */
export function DeedButton({ act, name, value, label, of }: DeedProps) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="deed" value={act} />
      <input type="hidden" name={name} value={value} />
      <Button type="submit" size="small" aria-label={`${label}: ${of}`}>
        {label}
      </Button>
    </Form>
  );
}
