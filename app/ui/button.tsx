/** Buttons and links that look like one: a stone that goes down a little when pressed. */
import { Link, type LinkProps } from "@remix-run/react";
import { cva, type VariantProps } from "class-variance-authority";
import { type ComponentPropsWithoutRef, forwardRef } from "react";

const look = cva(
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-control px-5 py-2.5 text-center font-display font-extrabold leading-tight transition-[transform,box-shadow,background-color] duration-100 disabled:pointer-events-none disabled:opacity-60 aria-disabled:pointer-events-none aria-disabled:opacity-60 [&_svg]:size-5 [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        sun: "bg-sun text-on-sun shadow-[0_4px_0_var(--sun-edge)] hover:brightness-105 active:translate-y-[3px] active:shadow-[0_1px_0_var(--sun-edge)]",
        river:
          "bg-river text-on-river shadow-[0_4px_0_var(--river-edge)] hover:brightness-110 active:translate-y-[3px] active:shadow-[0_1px_0_var(--river-edge)]",
        pine: "bg-pine text-on-pine shadow-[0_4px_0_var(--pine-deep)] hover:brightness-125 active:translate-y-[3px] active:shadow-[0_1px_0_var(--pine-deep)]",
        plain:
          "border-2 border-line-strong bg-card text-ink hover:border-river hover:bg-river-soft active:translate-y-px",
        quiet: "text-river hover:bg-river-soft",
        danger: "border-2 border-clay bg-card text-clay hover:bg-clay-soft active:translate-y-px",
        ghost: "border-2 border-pine-soft text-on-pine hover:bg-pine-deep",
      },
      size: { normal: "", large: "min-h-14 px-7 py-3.5 text-lg", small: "px-3.5 text-[0.9375rem]" },
      wide: { true: "w-full", false: "" },
    },
    defaultVariants: { tone: "plain", size: "normal", wide: false },
  },
);

/** A square 44 px target around an icon; give it an aria-label. */
export const iconButton =
  "inline-flex size-11 shrink-0 items-center justify-center rounded-control text-current hover:bg-river-soft hover:text-ink";

type Look = VariantProps<typeof look>;

/** Takes a ref, so that a dialog can give the focus back to it. */
export const Button = forwardRef<HTMLButtonElement, Look & ComponentPropsWithoutRef<"button">>(
  ({ tone, size, wide, className, type = "button", ...rest }, ref) => (
    <button ref={ref} type={type} className={look({ tone, size, wide, className })} {...rest} />
  ),
);
Button.displayName = "Button";

export function ButtonLink({ tone, size, wide, className, ...rest }: Look & LinkProps) {
  return <Link className={look({ tone, size, wide, className })} {...rest} />;
}
